import type { ChangedLines } from "../../src/outside/change.ts";
import type { Hunk } from "../../src/text/line-hunks.ts";

/** What hunks did to the lines of the new text. */
export const linesOfHunks = (hunks: readonly Hunk[]): ChangedLines => ({
  written: hunks.flatMap(({ newStart, after }) =>
    after.length === 0 ? [] : [{ first: newStart, last: newStart + after.length - 1 }],
  ),
  removedBehind: hunks.flatMap(({ newStart, after }) => (after.length === 0 ? [newStart - 1] : [])),
});
