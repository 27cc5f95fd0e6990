import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { launch, type Running } from "./running.ts";
import { waitUntil } from "./wait-until.ts";
import { startWatcher } from "./watcher.ts";

interface StartOptions {
  /** Executable, when it is not called as the process is. */
  readonly file?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Its death is no failure of the cluster until `mustLive` is called. */
  readonly mayDie?: boolean;
}

/** The processes of one cluster. */
export interface Processes {
  /**
   * Starts a command by name (from the tools folder, else PATH) or absolute path; it stops with the cluster. Its
   * log is `logs/<name>.log`.
   */
  start(name: string, args: readonly string[], options?: StartOptions): Running;
  /** Waits until it is so. Throws after 60 s, and at once with the end of its log when a process has died. */
  until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void>;
  /** Kills all; resolves when they are gone. */
  stopAll(): Promise<void>;
  /** Nothing runs and the folder is gone: whoever watches over this process may leave. */
  release(): void;
}

/**
 * Commands come from the folder `tools`; `prefix` is put before each. However this process ends, they end
 * with it and `dir` is removed.
 */
export const openProcesses = (dir: string, tools: string, prefix: readonly string[]): Processes => {
  const watcher = startWatcher(dir);
  const running: Running[] = [];
  const deaths: Error[] = [];
  let waiting = 0;
  const logs = join(dir, "logs");
  mkdirSync(logs, { recursive: true });
  const onDeath = (death: Error): void => {
    deaths.push(death);
    // Nobody waits who would be told: all that is seen of it elsewhere is a refused connection.
    if (waiting === 0) process.stderr.write(`${death.message}\n`);
  };
  const path = `${tools}${delimiter}${process.env["PATH"] ?? ""}`;
  return {
    start: (name, args, { file = name, env = {}, mayDie = false } = {}) => {
      const command = [...prefix, file, ...args];
      const log = join(logs, `${name}.log`);
      const own = launch({
        name,
        command,
        env: { ...plainEnvironment(), GOGC: garbage, PATH: path, ...env },
        dir,
        log,
        mayDie,
        onDeath,
      });
      watcher.add(own.pid);
      running.push(own);
      return own;
    },
    until: async (what, isSo) => {
      waiting += 1;
      try {
        await waitUntil(what, () => {
          const [death] = deaths;
          if (death) throw death;
          return isSo();
        });
      } finally {
        waiting -= 1;
      }
    },
    stopAll: async () => {
      await Promise.all(running.map((one) => one.stop()));
    },
    release: () => watcher.release(),
  };
};

/** A cluster of a test lives for a minute: kube-apiserver takes a sixth less CPU time so, and 120 MiB more. */
const garbage = "400";

/** Proxy variables stay out: everything here talks to its own loopback. */
const plainEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    ["HOME", "TMPDIR", "LANG"].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
