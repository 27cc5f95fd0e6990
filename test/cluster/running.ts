import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";

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

interface Launch {
  readonly name: string;
  /** Executable and arguments. */
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Working folder. */
  readonly dir: string;
  /** File that takes both output streams. */
  readonly log: string;
  readonly mayDie: boolean;
  /** It ended and nobody had stopped it, although it had to live. */
  readonly onDeath: (death: Error) => void;
}

/** Starts a process. Throws when the executable is not there. */
export const launch = (options: Launch): Running => {
  const { child, pid } = spawnDetached(options);
  let death: Error | undefined;
  let needed = !options.mayDie;
  let stopped = false;
  const exited = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      death = deathOf(options, signal ?? `exit ${code}`);
      if (needed && !stopped) options.onDeath(death);
      resolve();
    });
  });
  return {
    name: options.name,
    pid,
    log: () => readFileSync(options.log, "utf8"),
    death: () => death,
    mustLive: () => {
      needed = true;
      if (death && !stopped) options.onDeath(death);
    },
    stop: async () => {
      stopped = true;
      child.ref();
      killGroup(pid);
      await exited;
    },
  };
};

const spawnDetached = ({ command, env, dir, log }: Launch): { readonly child: ChildProcess; readonly pid: number } => {
  const [file = "", ...args] = command;
  const output = openSync(log, "a", 0o600);
  // Detached: a terminal's Ctrl-C must not reach it before we have decided what to do.
  const child = spawn(file, args, { cwd: dir, env, detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  child.on("error", () => {});
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} cannot be started: it is neither among the tools nor on PATH`);
  child.unref();
  return { child, pid };
};

const deathOf = ({ name, log }: Launch, how: string): Error => {
  const last = readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n");
  return new Error(`${name} of the embedded cluster ended (${how}):\n${last}`);
};

const killGroup = (pid: number): void => {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // ESRCH: it is gone already.
  }
};
