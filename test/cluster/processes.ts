import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { waitUntil } from "./wait-until.ts";
import { startWatcher } from "./watcher.ts";

/** A process of the cluster; it leads a process group of its own. */
export interface Running {
  readonly name: string;
  readonly pid: number;
  /** What it wrote so far, both streams. */
  log(): string;
  /** It has ended: why, with the end of its log. */
  death(): Error | undefined;
  /** From now on its death is the cluster's; this is so from the start unless `mayDie` was said. */
  mustLive(): void;
  /** Kills its group; resolves when it is gone. */
  stop(): Promise<void>;
}

interface StartOptions {
  /** Executable, when it is not called as the process is. */
  readonly file?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly mayDie?: boolean;
}

/** The processes of one cluster. */
export interface Processes {
  /** Starts a command by name (from the tools folder, else PATH) or absolute path; it stops with the cluster. Its log is `logs/<name>.log`. */
  start(name: string, args: readonly string[], options?: StartOptions): Running;
  /** Waits until it is so. Throws after 60 s, and at once with the end of its log when a process has died. */
  until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void>;
  /** Kills all; resolves when they are gone. */
  stopAll(): Promise<void>;
  /** Nothing runs and the folder is gone: whoever watches over this process may leave. */
  release(): void;
}

/** Commands come from the folder `tools`; `prefix` is put before each. However this process ends, they end with it and `dir` is removed. */
export const openProcesses = (dir: string, tools: string, prefix: readonly string[]): Processes => {
  const watcher = startWatcher(dir);
  const running = new Set<Running>();
  const deaths: Error[] = [];
  const logs = join(dir, "logs");
  mkdirSync(logs, { recursive: true });

  const start: Processes["start"] = (name, args, { file = name, env = {}, mayDie = false } = {}) => {
    const log = join(logs, `${name}.log`);
    const output = openSync(log, "a", 0o600);
    const [first = file, ...rest] = [...prefix, file, ...args];
    const path = `${tools}${delimiter}${process.env["PATH"] ?? ""}`;
    const child = spawn(first, rest, {
      cwd: dir,
      env: { ...plainEnvironment(), PATH: path, ...env },
      // A terminal's Ctrl-C must not reach it before we have decided what to do.
      detached: true,
      stdio: ["ignore", output, output],
    });
    closeSync(output);
    const { pid } = child;
    child.on("error", () => {});
    if (pid === undefined) throw new Error(`${first} cannot be started: it is neither in ${tools} nor on PATH`);
    watcher.add(pid);
    child.unref();
    let end: Error | undefined;
    let needed = !mayDie;
    const exited = new Promise<void>((resolve) => {
      child.once("exit", (code, signal) => {
        end = new Error(`${name} of the embedded cluster ended (${signal ?? `exit ${code}`}):\n${lastLines(log)}`);
        if (running.delete(own) && needed) {
          deaths.push(end);
          // Whoever talks to the cluster sees no more than a refused connection.
          process.stderr.write(`${end.message}\n`);
        }
        resolve();
      });
    });
    const own: Running = {
      name,
      pid,
      log: () => readFileSync(log, "utf8"),
      death: () => end,
      mustLive: () => {
        needed = true;
        if (end) deaths.push(end);
      },
      stop: async () => {
        running.delete(own);
        child.ref();
        killGroup(pid);
        if (!end) await exited;
      },
    };
    running.add(own);
    return own;
  };

  return {
    start,
    until: (what, isSo) =>
      waitUntil(what, () => {
        const [death] = deaths;
        if (death) throw death;
        return isSo();
      }),
    stopAll: async () => {
      await Promise.all([...running].map((one) => one.stop()));
    },
    release: () => watcher.release(),
  };
};

const killGroup = (pid: number): void => {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // ESRCH: it is gone already.
  }
};

/** Proxy variables stay out: everything here talks to its own loopback. */
const plainEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    ["HOME", "TMPDIR", "LANG"].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

const lastLines = (log: string): string => readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n");
