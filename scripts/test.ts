// npm test [-- test/<file> ...]: gets the real commands ready, then runs the tests. Where files are named, each of them
// asks for its own.

import { toolsDir } from "../test/tools-dir.ts";
import { nodeBin, tryInherited } from "./run-inherited.ts";
import { commandNames } from "./tool-build/commands.ts";

const args = process.argv.slice(2);
if (args.length === 0) await toolsDir(commandNames);
process.exitCode = tryInherited(nodeBin("vitest"), ["run", ...args], process.env) ? 0 : 1;
