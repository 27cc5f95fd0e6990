import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Scratch } from "../../outside/outside.ts";

/** A scratch folder whose end its maker decides; it goes with the process in any case. */
export interface ScratchFolder extends Scratch {
  remove(): Promise<void>;
}

/**
 * Makes a private folder under the runner's temporary folder, else the system's.
 * It holds credentials of registries and clusters, so nobody else on a shared runner may read it.
 */
export const makeScratchFolder = async (env: Readonly<Record<string, string | undefined>>): Promise<ScratchFolder> => {
  // mkdtemp makes the folder with mode 0700.
  const dir = await mkdtemp(join(env["RUNNER_TEMP"] || tmpdir(), "prometheus-stack-"));
  // `exit` allows only synchronous work; it also comes after an uncaught error.
  const onExit = (): void => rmSync(dir, { recursive: true, force: true });
  process.on("exit", onExit);
  const within = (name: string): string => {
    const path = join(dir, name);
    if (relative(dir, path).startsWith("..")) throw new Error(`${name} is not inside the scratch folder`);
    return path;
  };
  const made = new Set<string>();
  const makeOnce = (path: string): void => {
    if (!made.has(path)) mkdirSync(path, { recursive: true, mode: 0o700 });
    made.add(path);
  };
  return {
    dir,
    async write(name, content) {
      const path = within(name);
      makeOnce(dirname(path));
      // A run writes some 150 small files: 8 ms of CPU time at once, 27 ms through the thread pool.
      writeFileSync(path, content, { mode: 0o600 });
      return path;
    },
    async folder(name) {
      const path = within(name);
      makeOnce(path);
      return path;
    },
    async remove() {
      // A command that is just ending may still write: a folder that is not empty is tried again. At once: nothing runs
      // beside it, and 220 files take 6 ms of CPU time instead of 15.
      rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      process.off("exit", onExit);
    },
  };
};
