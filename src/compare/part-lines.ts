import type { Location } from "../core/finding.ts";
import type { Part } from "./change-steps.ts";

/** The places among those that lie on lines which a part writes, one a line, as they are given. */
export const placesInPart = (
  { file, hunk: { newStart, after } }: Part,
  places: readonly Location[],
): readonly Location[] =>
  places.filter((place) => place.file === file && place.line >= newStart && place.line < newStart + after.length);

/**
 * The line that a step of a part writes, as a place. Where lines were only taken out it is the one before them, else
 * the one behind; null for a file that is gone.
 */
export const lineOfPart = ({ file, kind, hunk }: Part, step: number): Location | null => {
  if (kind === "gone") return null;
  const { newStart, after } = hunk;
  const text = after[Math.min(step, after.length) - 1];
  if (text === undefined) return { file, line: Math.max(newStart - 1, 1), column: 1 };
  const line = newStart + Math.min(step, after.length) - 1;
  return {
    file,
    line,
    column: Math.max(text.search(/\S/), 0) + 1,
    endLine: line,
    endColumn: text.trimEnd().length + 1,
  };
};
