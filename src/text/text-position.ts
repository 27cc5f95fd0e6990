import type { Location } from "../core/finding.ts";

/** Turns offsets into a text into places of its file: lines and columns from 1, columns in UTF-16 units. */
export interface TextPosition {
  /** The place of `[start, end)`; without `end` only the start is named. Offsets beyond the text are clamped. */
  at(start: number, end?: number): Location;
  /** The offset of a line's first character; of the end where the text has fewer lines. */
  startOf(line: number): number;
}

export const textPosition = (file: string, text: string): TextPosition => {
  let starts: readonly number[] | undefined;
  const placeOf = (offset: number): { readonly line: number; readonly column: number } => {
    starts ??= lineStarts(text);
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = lastAtOrBefore(starts, clamped);
    return { line: line + 1, column: clamped - (starts[line] ?? 0) + 1 };
  };
  return {
    startOf: (line) => {
      starts ??= lineStarts(text);
      return starts[line - 1] ?? text.length;
    },
    at: (start, end) => {
      const from = placeOf(start);
      if (end === undefined || end <= start) return { file, ...from };
      const to = placeOf(end);
      return { file, ...from, endLine: to.line, endColumn: to.column };
    },
  };
};

const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
};

const lastAtOrBefore = (sorted: readonly number[], value: number): number => {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
};
