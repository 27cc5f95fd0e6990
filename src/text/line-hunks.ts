import { diffArrays } from "diff";

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

/**
 * The hunks that a patch without context names, with their lines from both texts: as git sees the change, which has a
 * choice where a line is there twice. Those of {@link lineHunks} where the patch is of other texts.
 */
export const patchHunks = (patch: string, before: string, after: string): readonly Hunk[] => {
  const [old, fresh] = [keptLines(before), keptLines(after)];
  const hunks = patch.split("\n").flatMap((line): readonly Hunk[] => {
    const [, ...found] = header.exec(line) ?? [];
    if (found.length === 0) return [];
    const [oldFirst = 0, oldCount = 1, newFirst = 0, newCount = 1] = found.map((one) =>
      one === undefined ? undefined : Number(one),
    );
    // A side without lines names the one before.
    const [oldStart, newStart] = [oldFirst + Number(oldCount === 0), newFirst + Number(newCount === 0)];
    return [
      {
        ...{ oldStart, newStart },
        before: old.slice(oldStart - 1, oldStart - 1 + oldCount),
        after: fresh.slice(newStart - 1, newStart - 1 + newCount),
      },
    ];
  });
  return withHunks(old, hunks) === after ? hunks : lineHunks(before, after);
};

const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** A text, by its lines, in which the new lines of hunks stand in the place of the old ones. */
export const withHunks = (
  old: readonly string[],
  hunks: readonly Pick<Hunk, "oldStart" | "before" | "after">[],
): string => {
  const out: string[] = [];
  let at = 0;
  for (const { oldStart, before, after } of hunks.toSorted((a, b) => a.oldStart - b.oldStart)) {
    out.push(...old.slice(at, oldStart - 1), ...after);
    at = oldStart - 1 + before.length;
  }
  return [...out, ...old.slice(at)].join("");
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
