import { diffArrays } from "diff";
import type { ChangedLines } from "../outside/change.ts";

/** Neighbouring lines that one text has in another's place; either side may be none. */
export interface Hunk {
  /** Lines from 1, of the old and of the new text; behind the last one where the side has none. */
  readonly oldStart: number;
  readonly newStart: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Lines that come and go. With more the search is given up: its time grows with their square. */
const mostChanges = 2000;

/** The lines of a text, each with what ends it, so that joined they are the text again. */
export const keptLines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Where two texts differ, from top to bottom; one hunk from the first to the last difference where that is a lot. */
export const lineHunks = (before: string, after: string): readonly Hunk[] => {
  const [old, fresh] = [keptLines(before), keptLines(after)];
  const parts = diffArrays([...old], [...fresh], { maxEditLength: mostChanges });
  if (parts === undefined) return [wholeHunk(old, fresh)];
  const hunks: Hunk[] = [];
  let [oldStart, newStart] = [1, 1];
  let open: Hunk | null = null;
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      if (open !== null) hunks.push(open);
      open = null;
    } else {
      open ??= { oldStart, newStart, before: [], after: [] };
      open = added ? { ...open, after: [...open.after, ...value] } : { ...open, before: [...open.before, ...value] };
    }
    if (!added) oldStart += value.length;
    if (!removed) newStart += value.length;
  }
  return open === null ? hunks : [...hunks, open];
};

/** All between the lines at both ends that are the same. */
const wholeHunk = (old: readonly string[], fresh: readonly string[]): Hunk => {
  const shorter = Math.min(old.length, fresh.length);
  let top = 0;
  while (top < shorter && old[top] === fresh[top]) top += 1;
  let bottom = 0;
  while (bottom < shorter - top && old.at(-1 - bottom) === fresh.at(-1 - bottom)) bottom += 1;
  return {
    oldStart: top + 1,
    newStart: top + 1,
    before: old.slice(top, old.length - bottom),
    after: fresh.slice(top, fresh.length - bottom),
  };
};

/** What hunks did to the lines of the new text. */
export const linesOfHunks = (hunks: readonly Hunk[]): ChangedLines => ({
  written: hunks.flatMap(({ newStart, after }) =>
    after.length === 0 ? [] : [{ first: newStart, last: newStart + after.length - 1 }],
  ),
  removedBehind: hunks.flatMap(({ newStart, after }) => (after.length === 0 ? [newStart - 1] : [])),
});
