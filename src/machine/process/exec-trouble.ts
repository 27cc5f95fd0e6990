import type { ChildProcess } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { basename } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import type { Command } from "../../outside/exec.ts";

/** `helm template`: the program and its first word; more could be long or private. */
const nameOf = ({ file, args }: Command): string =>
  [basename(file), ...args.slice(0, 1).filter((arg) => !arg.startsWith("-"))].join(" ");

/**
 * Looks before the start whether program and folder are there: behind a limiter, the limiter would tell that in words
 * of its own. Throws as `startFailure` does.
 */
export const assertRunnable = (command: Command, cwd: string): void => {
  try {
    accessSync(command.file, constants.X_OK);
  } catch (cause) {
    throw explainStart(command, cwd, cause as NodeJS.ErrnoException);
  }
};

/** Why a command did not start. */
export const startFailure = async (command: Command, cwd: string, child: ChildProcess): Promise<Error> => {
  const cause = await new Promise<NodeJS.ErrnoException>((resolve) => child.once("error", resolve));
  return explainStart(command, cwd, cause);
};

const explainStart = (command: Command, cwd: string, cause: NodeJS.ErrnoException): Error => {
  // Node tells a working folder that is not there as ENOENT of the program, too; such a folder is a bug of ours.
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

/** The run was cancelled, by a signal or by its own deadline, which says so itself. */
export const cancelled = (command: Command, { reason }: AbortSignal): OperatorError =>
  reason instanceof OperatorError && reason.reason !== "cancelled"
    ? reason
    : new OperatorError("cancelled", `The run was cancelled; ${nameOf(command)} was ended.`, "Start the run again.");

/** A command took longer than it may. */
export const timedOut = (command: Command, stderr: string): OperatorError => {
  const last = stderr.trim().slice(-2000);
  return new OperatorError(
    "timeout",
    `${nameOf(command)} did not finish within ${command.timeoutMs / 1000} s and was ended.${last === "" ? "" : ` Its last words:\n${last}`}`,
    "Find out what it waits for, or give it more time with the input `timeout`.",
  );
};

/** A command wrote more than it may. */
export const tooMuchOutput = (command: Command, limit: number): OperatorError =>
  new OperatorError(
    command.costly ?? "render-failed",
    `${nameOf(command)} wrote more than ${Math.floor(limit / 1024 / 1024)} MiB and was ended.`,
    "Run it by hand to see what it repeats.",
  );

/** What Go says, whose runtime ends with code 2 where it gets no memory, and what others say of it. */
const noMemory =
  /^(?:fatal error: (?:runtime: )?(?:out of memory|cannot (?:allocate memory|map pages))|runtime: (?:out of memory|cannot allocate memory)|fatal error: .*cannot allocate memory)/m;

/** Whether a command died for want of memory. */
export const ranOutOfMemory = (code: number, stderr: string): boolean => code === 2 && noMemory.test(stderr);

/** A command needed more memory than it may take. */
export const outOfMemory = (command: Command, limit: number): OperatorError =>
  new OperatorError(
    command.costly ?? "render-failed",
    `${nameOf(command)} needed more than ${Math.floor(limit / 1024 / 1024)} MiB of memory and was ended.`,
    "What it was given expands to far more than it seems: look for generated text, long ranges and nested repetition in what changed last.",
  );
