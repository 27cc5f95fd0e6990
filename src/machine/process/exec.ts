import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import type { OperatorError } from "../../core/errors.ts";
import type { Command, Completed, Exec } from "../../outside/exec.ts";
import { childEnvironment } from "./child-environment.ts";
import type { Limiter, Program } from "./child-limits.ts";
import {
  assertRunnable,
  cancelled,
  outOfMemory,
  ranOutOfMemory,
  startFailure,
  timedOut,
  tooMuchOutput,
} from "./exec-trouble.ts";
import { endGroup, releaseGroup, watchGroup } from "./process-group.ts";

/**
 * The real chart with its CRDs renders to 5 MB: what is ten times that is a runaway, and must not take
 * the runner's memory with it.
 */
const outputLimit = 64 * 1024 * 1024;
/**
 * Measured as resident memory: helm 144 MiB for the real chart, a kustomize build 52, promtool 58 to start. Against a
 * cluster helm also holds what it waits for, and plugins run.
 */
export const memoryLimit = 1024 * 1024 * 1024;
const clusterMemoryLimit = 2 * memoryLimit;
/** Measured: helm, kubectl, kubeconform and promtool reserve 1.6 to 1.8 GiB, whatever they are given. */
const reservedBytes = 2 * 1024 * 1024 * 1024;

interface ExecOptions {
  /** Working folder of commands that name none. */
  readonly scratchDir: string;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Most bytes of output, both streams together. */
  readonly maxOutputBytes?: number;
  /** Puts a limit on the memory of every command; default: there is none. */
  readonly limiter?: Promise<Limiter | null>;
  /** Most bytes of memory of one process, where no cluster is reached. */
  readonly maxMemoryBytes?: number;
  /** As in Child. */
  readonly trackingId?: string | undefined;
}

/**
 * Runs commands as argument lists in a process group of their own.
 * Not @actions/exec: it has no time limit and no abort, and it splits its first argument as a command line.
 */
export const createExec =
  ({ maxOutputBytes = outputLimit, maxMemoryBytes = memoryLimit, ...options }: ExecOptions): Exec =>
  async (command) => {
    const limiter = (await options.limiter) ?? null;
    const signal = command.signal ?? options.signal;
    if (signal.aborted) throw cancelled(command, signal);
    const cwd = command.cwd ?? options.scratchDir;
    if (limiter !== null) assertRunnable(command, cwd);
    const memoryBytes = command.reachesCluster === true ? Math.max(maxMemoryBytes, clusterMemoryLimit) : maxMemoryBytes;
    const { file, args } = limiter === null ? command : limited(command, limiter, memoryBytes);
    const started = performance.now();
    const child = spawn(file, args, {
      cwd,
      env: environmentOf(command, options.trackingId, limiter === null ? null : memoryBytes),
      detached: true,
      stdio: [command.stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    const leader = child.pid;
    if (leader === undefined) throw await startFailure(command, cwd, child);
    watchGroup(leader);
    try {
      const { code, stdout, stderr } = await runToEnd(child, leader, command, signal, maxOutputBytes);
      if (ranOutOfMemory(code, stderr)) throw outOfMemory(command, memoryBytes);
      return { code, stdout, stderr, durationMs: performance.now() - started };
    } finally {
      releaseGroup(leader);
    }
  };

/**
 * helm marks a release as failed on SIGTERM; after SIGKILL it stays pending, and nobody can deploy.
 * What only reads is killed.
 */
export const limited = (command: Command, limiter: Limiter, memoryBytes: number): Program =>
  limiter(
    command,
    command.reachesCluster === true
      ? { memoryBytes, addressBytes: null, lastSignal: "TERM" }
      : { memoryBytes, addressBytes: memoryBytes + reservedBytes, lastSignal: "KILL" },
  );

/** The whole environment of a command; `memoryBytes` is null where it has no limit. */
export const environmentOf = (
  command: Command,
  trackingId: string | undefined,
  memoryBytes: number | null,
): Record<string, string> => ({
  // Go collects garbage harder below the limit, instead of dying of garbage at it. Far below it collects seldom: that
  // takes helm a fifth less CPU time, and 105 MiB instead of 94. More seldom yet saves no time.
  ...(memoryBytes === null ? {} : { GOMEMLIMIT: String(Math.floor(memoryBytes * 0.9)), GOGC: "400" }),
  ...childEnvironment(command.env, { reachesCluster: command.reachesCluster === true, trackingId }),
});

const runToEnd = (
  child: ChildProcess,
  leader: number,
  command: Command,
  signal: AbortSignal,
  maxOutputBytes: number,
): Promise<Omit<Completed, "durationMs">> =>
  new Promise((resolve, reject) => {
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    let bytes = 0;
    let ended = false;
    const end = (because: () => OperatorError): void => {
      if (ended) return;
      ended = true;
      stopWatching();
      endGroup(leader).then(() => reject(because()), reject);
    };
    const onAbort = (): void => end(() => cancelled(command, signal));
    const timer = setTimeout(() => end(() => timedOut(command, text(output.stderr))), command.timeoutMs);
    const stopWatching = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    };
    signal.addEventListener("abort", onAbort);
    for (const stream of ["stdout", "stderr"] as const)
      child[stream]?.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= maxOutputBytes) output[stream].push(chunk);
        else end(() => tooMuchOutput(command, maxOutputBytes));
      });
    // A command that exits without reading its input closes the pipe. EPIPE is no failure then: the exit code tells.
    child.stdin?.on("error", () => {});
    child.stdin?.end(command.stdin);
    child.on("close", (code, killedBy) => {
      if (ended) return;
      stopWatching();
      resolve({ code: code ?? exitCodeOf(killedBy), stdout: text(output.stdout), stderr: text(output.stderr) });
    });
  });

const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString("utf8");

/** As a shell tells it: 128 and the signal's number. */
const exitCodeOf = (signal: NodeJS.Signals | null): number => 128 + (signal === null ? 0 : constants.signals[signal]);
