import { type ChildProcess, spawn } from "node:child_process";
import { statSync } from "node:fs";
import { constants } from "node:os";
import { basename } from "node:path";
import { OperatorError } from "../errors.ts";
import type { Command, Completed, Exec } from "./outside.ts";
import { endGroup, releaseGroup, watchGroup } from "./process-group.ts";

/** The real chart with its CRDs renders to 5 MB: what is ten times that is a runaway, and must not take the runner's memory with it. */
const outputLimit = 64 * 1024 * 1024;

interface ExecOptions {
  /** Working folder of commands that name none. */
  readonly scratchDir: string;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Most bytes of output, both streams together. */
  readonly maxOutputBytes?: number;
}

/**
 * Runs commands as argument lists in a process group of their own.
 * Not @actions/exec: it has no time limit and no abort, and it splits its first argument as a command line.
 */
export const createExec =
  ({ scratchDir, signal, maxOutputBytes = outputLimit }: ExecOptions): Exec =>
  async (command) => {
    if (signal.aborted) throw cancelled(command);
    const cwd = command.cwd ?? scratchDir;
    const started = performance.now();
    const child = spawn(command.file, command.args, {
      cwd,
      env: command.env,
      detached: true,
      stdio: [command.stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    const leader = child.pid;
    if (leader === undefined) throw await startFailure(command, cwd, child);
    watchGroup(leader);
    try {
      const { code, stdout, stderr } = await runToEnd(child, leader, command, signal, maxOutputBytes);
      return { code, stdout, stderr, durationMs: performance.now() - started };
    } finally {
      releaseGroup(leader);
    }
  };

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
    const onAbort = (): void => end(() => cancelled(command));
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
    // A command that exits without reading its input closes the pipe: EPIPE is no failure of ours, its exit code tells.
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

/** `helm template`: the program and its first word; more could be long or private. */
const nameOf = ({ file, args }: Command): string =>
  [basename(file), ...args.slice(0, 1).filter((arg) => !arg.startsWith("-"))].join(" ");

const startFailure = async (command: Command, cwd: string, child: ChildProcess): Promise<Error> => {
  const cause = await new Promise<NodeJS.ErrnoException>((resolve) => child.once("error", resolve));
  // Node reports ENOENT of the program for a working folder that is not there, too: that one is a bug of ours.
  if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory() !== true)
    return new Error(`The working folder ${cwd} of ${nameOf(command)} is not there`, { cause });
  if (cause.code === "E2BIG") return new Error(`The arguments of ${nameOf(command)} are too long`, { cause });
  const why = cause.code === "ENOENT" ? "there is no such file" : `it cannot be run here (${cause.code})`;
  return new OperatorError(
    "tool-missing",
    `${basename(command.file)} did not start: ${command.file}: ${why}.`,
    "Check that the tool is installed for this machine's processor and is executable.",
    { cause },
  );
};

const cancelled = (command: Command): OperatorError =>
  new OperatorError("cancelled", `The run was cancelled; ${nameOf(command)} was ended.`, "Start the run again.");

const timedOut = (command: Command, stderr: string): OperatorError => {
  const last = stderr.trim().slice(-2000);
  return new OperatorError(
    "timeout",
    `${nameOf(command)} did not finish within ${command.timeoutMs / 1000} s and was ended.${last === "" ? "" : ` Its last words:\n${last}`}`,
    "Find out what it waits for, or give it more time with the input `timeout`.",
  );
};

const tooMuchOutput = (command: Command, limit: number): OperatorError =>
  new OperatorError(
    "internal",
    `${nameOf(command)} wrote more than ${Math.floor(limit / 1024 / 1024)} MiB and was ended.`,
    "Run it by hand to see what it repeats.",
  );
