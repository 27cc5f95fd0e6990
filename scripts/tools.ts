// npm run tools [-- --only helm,kubectl]: makes the commands for development and tests ready. The last line
// of stdout is their folder.
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { asOperatorError, OperatorError } from "../src/core/errors.ts";
import { createExec } from "../src/machine/process/exec.ts";
import { type CommandName, commandNames, isCommandName, usualCommandNames } from "./tool-build/commands.ts";
import { withImages } from "./tool-build/image-builds.ts";
import { officialBuilds } from "./tool-build/official-builds.ts";
import { openProvision } from "./tool-build/provision.ts";
import { toolsCache } from "./tool-build/tools-cache.ts";

const cancel = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => cancel.abort());

try {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const exec = createExec({ scratchDir: tmpdir(), signal: cancel.signal });
  const provide = openProvision({
    root: resolve(import.meta.dirname, ".."),
    cache: toolsCache(process.env),
    exec,
    official: withImages(officialBuilds({ signal: cancel.signal }), { exec }),
    signal: cancel.signal,
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`${await provide(values.only === undefined ? usualCommandNames : namesIn(values.only))}\n`);
} catch (error) {
  const trouble = asOperatorError(error);
  const known = trouble ? `error: ${trouble.message}\n${trouble.hint}` : undefined;
  process.stderr.write(`${cancel.signal.aborted ? "cancelled: nothing half-built was kept" : (known ?? error)}\n`);
  process.exitCode = cancel.signal.aborted ? 130 : 1;
}

function namesIn(list: string): readonly CommandName[] {
  const names = list.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !isCommandName(name));
  if (unknown.length === 0) return names.filter(isCommandName);
  const hint = `Known are: ${commandNames.join(", ")}.`;
  throw new OperatorError("invalid-input", `There is no command called ${unknown.join(", ")}.`, hint);
}
