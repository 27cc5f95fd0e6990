import { type Hunk, keptLines, lineHunks, patchHunks, withHunks } from "../text/line-hunks.ts";
import type { LaidFiles } from "./lay-over.ts";

/** A file that a change writes; null where it is not there before, or behind it. */
export interface FileChange {
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
  /** What git says of it; null where it was not asked. */
  readonly patch: string | null;
}

/** A part of a change that is made in one: a hunk, or a whole file that comes or goes. */
export interface Part {
  readonly file: string;
  readonly hunk: Hunk;
  readonly kind: "new" | "written" | "gone";
}

/**
 * The parts of a change. Files that come are first and those that go last, so that what names them finds them in every
 * state between.
 */
export const partsOf = (changes: readonly FileChange[]): readonly Part[] => {
  const parts = changes.flatMap(({ file, before, after, patch }): readonly Part[] => {
    const kind = before === null ? "new" : after === null ? "gone" : "written";
    if (kind === "written") return hunksOf(before ?? "", after ?? "", patch).map((hunk) => ({ file, hunk, kind }));
    const hunk = { oldStart: 1, newStart: 1, before: keptLines(before ?? ""), after: keptLines(after ?? "") };
    return [{ file, hunk, kind }];
  });
  return (["new", "written", "gone"] as const).flatMap((kind) => parts.filter((part) => part.kind === kind));
};

/** How many steps a part can be made in: line by line, and lines that are only taken out in one. */
export const stepsIn = ({ hunk: { before, after } }: Part): number =>
  Math.max(after.length, 1) + Number(before.length > after.length && after.length > 0);

/** The hunk's lines once so many of its steps are made. */
const linesAfter = ({ hunk: { before, after } }: Part, steps: number): readonly string[] =>
  steps > after.length
    ? after
    : steps === 0
      ? before
      : [...after.slice(0, steps), ...before.slice(after.length === 0 ? before.length : steps)];

/** The files as they are where the first `made` parts are made, and of the next one so many steps. */
export const filesAt = (changes: readonly FileChange[], parts: readonly Part[], made: number, steps = 0): LaidFiles => {
  const done = new Map(parts.map((part, index) => [part, index < made ? stepsIn(part) : index === made ? steps : 0]));
  const byFile = Map.groupBy(parts, ({ file }) => file);
  return new Map(
    changes.map(({ file, before, after }) => {
      const own = byFile.get(file) ?? [];
      const isThere = own.some((part) => (done.get(part) ?? 0) > 0);
      if (before === null && !isThere) return [file, null];
      if (after === null && isThere) return [file, null];
      return [
        file,
        withHunks(
          keptLines(before ?? ""),
          own.map((part) => ({ ...part.hunk, after: linesAfter(part, done.get(part) ?? 0) })),
        ),
      ];
    }),
  );
};

const hunksOf = (before: string, after: string, patch: string | null): readonly Hunk[] =>
  patch === null ? lineHunks(before, after) : patchHunks(patch, before, after);
