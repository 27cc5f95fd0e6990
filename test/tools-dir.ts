import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { provision } from "../scripts/tool-build/provision.ts";
import { toolsCache } from "../scripts/tool-build/tools-cache.ts";
import { createExec } from "../src/outside/exec.ts";

let ready: Promise<string> | undefined;

const provide = (): Promise<string> => {
  const { signal } = new AbortController();
  return provision({
    root: resolve(import.meta.dirname, ".."),
    cache: toolsCache(process.env),
    exec: createExec({ scratchDir: tmpdir(), signal }),
    signal,
    progress: (line) => process.stderr.write(`${line}\n`),
  });
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
