import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { officialBuilds } from "../scripts/tool-build/official-builds.ts";
import { provision } from "../scripts/tool-build/provision.ts";
import { toolsCache } from "../scripts/tool-build/tools-cache.ts";
import { createExec } from "../src/machine/process/exec.ts";

let ready: Promise<string> | undefined;

/** The compiler runs in a process group of its own, which Ctrl-C does not reach: it is ended, and its leftovers go, before we go. */
const provide = async (): Promise<string> => {
  const cancel = new AbortController();
  const onSignal = () => cancel.abort();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of signals) process.on(name, onSignal);
  const { signal } = cancel;
  try {
    return await provision({
      root: resolve(import.meta.dirname, ".."),
      cache: toolsCache(process.env),
      exec: createExec({ scratchDir: tmpdir(), signal }),
      official: officialBuilds({ signal }),
      signal,
      progress: (line) => process.stderr.write(`${line}\n`),
    });
  } catch (error) {
    if (signal.aborted) process.exit(130);
    throw error;
  } finally {
    for (const name of signals) process.off(name, onSignal);
  }
};

/** Folder with every command, as `npm run tools` prints it; built first when it is not there. Throws OperatorError when that fails. */
export const toolsDir = (): Promise<string> => {
  ready ??= provide();
  return ready;
};

/** Absolute path of one command. Throws when there is none of that name, or an optional one could not be installed. */
export const tool = async (name: string): Promise<string> => {
  const path = join(await toolsDir(), name);
  if (!existsSync(path)) throw new Error(`There is no ${name} in ${join(path, "..")}: npm run tools says why`);
  return path;
};
