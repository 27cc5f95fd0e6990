import type { FileWatch } from "../../machine/watch/watch-files.ts";
import type { Round } from "./round.ts";

/** A check of the tree as it is now, and the places where a change may make it end otherwise. */
export interface CheckedRound {
  readonly round: Round;
  readonly places: readonly string[];
}

interface Watching {
  /** Called with what changed since the last one. */
  check(changed: readonly string[]): Promise<CheckedRound>;
  readonly files: FileWatch;
  /** Called after each round but one that only made sure; `isRepeated` is then true. */
  show(round: Round, isRepeated: boolean): void;
  /** Aborted when it is to end. */
  readonly signal: AbortSignal;
}

/**
 * Checks, and checks again whenever anything changes that the last check read. What changed between its being read and
 * its being watched is not missed: where there was anything new to watch, the tree is checked once more. Throws what
 * `check` throws, and OperatorError where files cannot be watched.
 */
export const watchRounds = async ({ check, files, show, signal }: Watching): Promise<void> => {
  let changed: readonly string[] = [];
  let isRepeated = false;
  while (!signal.aborted) {
    const { round, places } = await check(changed);
    if (signal.aborted) return;
    show(round, isRepeated);
    isRepeated = await files.watch(places);
    changed = isRepeated ? [] : await files.changes(signal);
  }
};
