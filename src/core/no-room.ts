import { OperatorError } from "./errors.ts";

/** What Node and the programs that it starts say where a disk or a quota is used up. */
const words = /no space left on device|disk quota exceeded/i;
const codes: readonly unknown[] = ["ENOSPC", "EDQUOT"];

/**
 * Trouble with a full disk as the OperatorError `disk-full`; any other stays what it is. A person can mend it, and it
 * is no bug of ours.
 */
export const asNoRoom = (thrown: unknown): unknown => {
  if (!(thrown instanceof Error)) return thrown;
  const isFull = "code" in thrown ? codes.includes(thrown.code) : words.test(thrown.message);
  if (!isFull) return thrown;
  return new OperatorError(
    "disk-full",
    `There is no room left on this machine's disk: ${thrown.message}`,
    "Make room where the environment variable RUNNER_TEMP leads, or take a runner with a larger disk, and run again.",
    { cause: thrown },
  );
};
