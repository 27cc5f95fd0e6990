import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { CommandName } from "../scripts/tool-build/commands.ts";
import { withImages } from "../scripts/tool-build/image-builds.ts";
import { officialBuilds } from "../scripts/tool-build/official-builds.ts";
import { openProvision, type Provision } from "../scripts/tool-build/provision.ts";
import { toolsCache } from "../scripts/tool-build/tools-cache.ts";
import { createExec } from "../src/machine/process/exec.ts";

/**
 * The compiler runs in a process group of its own, which Ctrl-C does not reach: it is ended, and its leftovers go,
 * before we go.
 */
const interruptible = (): Provision => {
  const cancel = new AbortController();
  const { signal } = cancel;
  const exec = createExec({ scratchDir: tmpdir(), signal });
  const provide = openProvision({
    root: resolve(import.meta.dirname, ".."),
    cache: toolsCache(process.env),
    exec,
    official: withImages(officialBuilds({ signal }), { exec }),
    signal,
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  const onSignal = () => cancel.abort();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  let waiting = 0;
  return async (names) => {
    if (waiting === 0) for (const name of signals) process.on(name, onSignal);
    waiting += 1;
    try {
      return await provide(names);
    } catch (error) {
      if (signal.aborted) process.exit(130);
      throw error;
    } finally {
      waiting -= 1;
      if (waiting === 0) for (const name of signals) process.off(name, onSignal);
    }
  };
};

/** What the action runs in mode check. */
export const checkCommands = ["helm", "kubectl", "kubeconform", "promtool"] as const satisfies readonly CommandName[];

let provide: Provision | undefined;
const folders = new Map<string, Promise<string>>();

/** Folder with the named commands and no others; made first what is not there. Throws OperatorError when that fails. */
export const toolsDir = (names: readonly CommandName[]): Promise<string> => {
  const key = [...names].sort().join();
  provide ??= interruptible();
  const folder = folders.get(key) ?? provide(names);
  folders.set(key, folder);
  return folder;
};

/** Absolute path of one command. Throws when it could not be had. */
export const tool = async (name: CommandName): Promise<string> => {
  const path = join(await toolsDir([name]), name);
  if (!existsSync(path)) throw new Error(`There is no ${name} in ${join(path, "..")}: npm run tools says why`);
  return path;
};
