import type { Edit } from "../../src/finding.ts";
import type { SignalPath } from "../../src/signal/signal-path.ts";

/** Every edit that the broken hops of these paths offer. */
export const editsOf = (paths: readonly SignalPath[]): readonly Edit[] =>
  paths.flatMap(({ hops }) => hops.flatMap(({ fix }) => fix?.edits ?? []));

/** A text with the edits of one file applied, from the last line to the first; throws where two change the same line. */
export const applied = (text: string, edits: readonly Edit[]): string => {
  const lines = text.split("\n");
  const sorted = edits.toSorted((a, b) => b.startLine - a.startLine);
  sorted.forEach(({ startLine, endLine, text: put }, index) => {
    const later = sorted[index - 1];
    if (later !== undefined && endLine >= later.startLine) throw new Error(`two edits of line ${endLine}`);
    lines.splice(startLine - 1, endLine - startLine + 1, ...put.split("\n"));
  });
  return lines.join("\n");
};
