// npm test [-- --whole | --seed 1 | test/<file> ...]: gets the real commands ready, then runs the tests. Where files
// are named, each of them asks for its own. Of everything, long tables run in part, other cases each time; with --whole
// all of them.

import { rmSync } from "node:fs";
import { toolsDir } from "../test/tools-dir.ts";
import { temporaryFolder } from "./memory-folder.ts";
import { nodeBin, tryInherited } from "./run-inherited.ts";
import { partVariable, readTestOptions } from "./test-options.ts";
import { commandNames } from "./tool-build/commands.ts";

const { seed, rest } = readTestOptions(process.argv.slice(2), Date.now() % 1000);
// The older operators, too: made while tests run, they would take the time of those.
if (rest.length === 0) await toolsDir(commandNames);
const folder = temporaryFolder();
try {
  const env = { ...process.env, TMPDIR: folder, ...(seed === null ? {} : { [partVariable]: String(seed) }) };
  process.exitCode = tryInherited(nodeBin("vitest"), ["run", ...rest], env) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
