import { setTimeout as sleep } from "node:timers/promises";
import { OperatorError } from "../core/errors.ts";
import type { Patience } from "../outside/exec.ts";
import type { Outside } from "../outside/outside.ts";

/** The time that is left of the input `timeout`. */
export type Deadline = Patience;

/** No time at all. */
export const noTime: Deadline = { left: () => 0 };

export const deadlineIn = (ms: number, now: () => number): Deadline => {
  const end = now() + ms;
  return { left: () => Math.max(0, end - now()) };
};

/**
 * Resolves after `ms` milliseconds. Throws OperatorError `cancelled` as soon as the run is cancelled, and the signal's
 * own reason where that is another.
 */
export const pause = async (ms: number, { signal }: Pick<Outside, "signal">): Promise<void> => {
  try {
    await sleep(ms, undefined, { signal });
  } catch (cause) {
    const { reason } = signal;
    if (reason instanceof OperatorError && reason.reason !== "cancelled") throw reason;
    throw new OperatorError(
      "cancelled",
      "The run was cancelled while it waited for the cluster.",
      "Start the run again.",
      { cause },
    );
  }
};
