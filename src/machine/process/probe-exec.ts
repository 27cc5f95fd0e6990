import type { OperatorError } from "../../core/errors.ts";
import type { Command, Completed, Exec } from "../../outside/exec.ts";
import { findProgram, type Limiter } from "./child-limits.ts";
import { environmentOf, limited, memoryLimit } from "./exec.ts";
import { assertRunnable, cancelled, outOfMemory, ranOutOfMemory, timedOut, tooMuchOutput } from "./exec-trouble.ts";
import { endGroup, releaseGroup, watchGroup } from "./process-group.ts";

/** A version and the words around it. */
const outputLimit = 1024 * 1024;

interface ProbeExecOptions {
  /** Working folder of commands that name none. */
  readonly scratchDir: string;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  readonly limiter: Promise<Limiter | null>;
  /** As in Child. */
  readonly trackingId: string | undefined;
  /** Runs commands where the system has not what is needed here. */
  readonly exec: Exec;
}

/** Tells the group's number, which stays the same when the next program takes this one's place. */
const tellsNumber = ["/bin/sh", "-c", 'echo "$$" && exec "$@" </dev/null', "sh"] as const;

/**
 * Runs commands that only say who they are, by the runner's own package. It takes the first program out of a text with
 * words in it, so that this is always one of the system's; it has no time limit and no way to end what it started, so
 * that the group is ended here. What has a standard input is run as all else is: the package falls over one that
 * nobody reads.
 */
export const createProbeExec = (options: ProbeExecOptions): Exec => {
  // Gives a command what @actions/exec cannot, a process group of its own.
  const setsid = findProgram("setsid");
  return async (command) => {
    const limiter = await options.limiter;
    if (setsid === null || limiter === null || command.stdin !== undefined) return options.exec(command);
    const signal = command.signal ?? options.signal;
    if (signal.aborted) throw cancelled(command, signal);
    assertRunnable(command, command.cwd ?? options.scratchDir);
    return probe(command, { setsid, limiter }, { ...options, signal });
  };
};

interface System {
  readonly setsid: string;
  readonly limiter: Limiter;
}

const probe = async (command: Command, { setsid, limiter }: System, options: ProbeExecOptions): Promise<Completed> => {
  const started = performance.now();
  const run = watchOver(command, options.signal);
  const { file, args } = limited(command, limiter, memoryLimit);
  const { exec } = await import("@actions/exec");
  const ended = exec(setsid, [...tellsNumber, file, ...args], {
    cwd: command.cwd ?? options.scratchDir,
    env: environmentOf(command, options.trackingId, memoryLimit),
    silent: true,
    ignoreReturnCode: true,
    listeners: { stdout: run.onOutput("stdout"), stderr: run.onOutput("stderr") },
  });
  try {
    // Null where a signal ended it; which one the package does not tell.
    const code = (await run.unlessEnded(ended)) ?? 128;
    const [stdout, stderr] = [run.stdout(), run.stderr()];
    if (ranOutOfMemory(code, stderr)) throw outOfMemory(command, memoryLimit);
    return { code, stdout, stderr, durationMs: performance.now() - started };
  } finally {
    run.stop();
  }
};

/** Collects what a command says, ends its group where it takes more than it may, and says why. */
const watchOver = (command: Command, signal: AbortSignal) => {
  const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  let bytes = 0;
  let leader: number | null = null;
  let isOver = false;
  const { promise: whyEnded, reject } = Promise.withResolvers<never>();
  const text = (stream: keyof typeof output): string => Buffer.concat(output[stream]).toString("utf8");
  const end = (because: OperatorError): void => {
    if (isOver) return;
    isOver = true;
    (leader === null ? Promise.resolve() : endGroup(leader)).then(() => reject(because), reject);
  };
  const onAbort = (): void => end(cancelled(command, signal));
  const timer = setTimeout(() => end(timedOut(command, text("stderr"))), command.timeoutMs);
  signal.addEventListener("abort", onAbort);
  return {
    /** The command's own end. Rejects with why it was ended: killed it comes to an end, too. */
    unlessEnded: <T>(ownEnd: Promise<T>): Promise<T> =>
      Promise.race([whyEnded, ownEnd.then((code) => (isOver ? whyEnded : code))]),
    onOutput: (stream: keyof typeof output) => (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > outputLimit) return end(tooMuchOutput(command, outputLimit));
      output[stream].push(chunk);
      if (leader !== null) return;
      leader = Number(/^(\d+)\n/.exec(text("stdout"))?.[1] ?? 0) || null;
      if (leader === null) return;
      watchGroup(leader);
      // It started only after it was to end.
      if (isOver) releaseGroup(leader);
    },
    stdout: () => text("stdout").replace(/^\d+\n/, ""),
    stderr: () => text("stderr"),
    stop: () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      if (leader !== null) releaseGroup(leader);
    },
  };
};
