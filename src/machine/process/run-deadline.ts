import { OperatorError } from "../../core/errors.ts";
import type { Watchdog } from "./watchdog.ts";

/** A check takes seconds, and minutes where tools, charts and schemas come slowly. */
const usualMs = 15 * 60_000;
/** A run that is cancelled, or late, has this time for its report; then it is ended from outside. */
const lastWordsMs = 60_000;

/** The time that a run has, and its end before that. */
export interface RunDeadline {
  /** Aborted when the run is to end. */
  readonly signal: AbortSignal;
  /** Ends the run: it was cancelled. */
  cancel(): void;
  /** Gives the run more time, e.g. that of a rollout. */
  add(ms: number): void;
  /** The run has ended. */
  close(): void;
}

/** Starts the time of a run; its signal's reason is an OperatorError, `cancelled` or `timeout`. */
export const startDeadline = (watchdog: Watchdog, limits = { usualMs, lastWordsMs }): RunDeadline => {
  const controller = new AbortController();
  let total = limits.usualMs;
  let killing: NodeJS.Timeout | undefined;
  const end = (reason: OperatorError): void => {
    killing ??= setTimeout(() => watchdog.end(), limits.lastWordsMs).unref();
    controller.abort(reason);
  };
  const started = performance.now();
  const wait = (): NodeJS.Timeout =>
    setTimeout(() => end(late(total)), Math.min(2 ** 31 - 1, started + total - performance.now())).unref();
  let timer = wait();
  return {
    signal: controller.signal,
    cancel: () => end(new OperatorError("cancelled", "The run was cancelled.", "Start the run again.")),
    add(ms) {
      clearTimeout(timer);
      total += ms;
      timer = wait();
    },
    close() {
      clearTimeout(timer);
      clearTimeout(killing);
      watchdog.stop();
    },
  };
};

const late = (ms: number): OperatorError =>
  new OperatorError(
    "timeout",
    `The run did not come to an end within ${Math.round(ms / 60_000)} minutes, and was ended.`,
    "The report tells which stage it was in. Look at what is slow to answer, or at what changed in the tree last.",
  );
