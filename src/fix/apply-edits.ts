import type { Edit } from "../core/finding.ts";

/**
 * A line with the line break that ends it; the last one of a text may have none. Only a line feed ends a line, as for
 * every place that we tell.
 */
const lineWithBreak = /[^\n]*\n|[^\n]+$/g;
const lineBreak = /\r?\n$/;

const linesOf = (text: string): readonly string[] => text.match(lineWithBreak) ?? [];

/** How many lines a text has; a line break at its end begins no further one. */
export const lineCount = (text: string): number => linesOf(text).length;

/** Whether two edits want the same lines, each its own way. */
export const collide = (a: Edit, b: Edit): boolean =>
  a.file === b.file && a.startLine <= b.endLine && b.startLine <= a.endLine && !isSame(a, b);

const isSame = (a: Edit, b: Edit): boolean =>
  a.startLine === b.startLine && a.endLine === b.endLine && a.text === b.text;

/**
 * One file's text with its edits, of which no two may collide; what several findings want alike is done once. A
 * byte-order mark, the line breaks and whether the last line has one stay as they are.
 */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const lines = [...linesOf(text.slice(mark.length))];
  const kept = edits.filter((edit, index) => edits.findIndex((other) => isSame(edit, other)) === index);
  for (const [index, edit] of kept.entries()) {
    const other = kept.slice(0, index).find((earlier) => collide(earlier, edit));
    if (other !== undefined) throw new Error(`Two edits of ${edit.file}, line ${edit.startLine}`);
    if (edit.startLine < 1 || edit.endLine > lines.length) throw new Error(`${edit.file} has no line ${edit.endLine}`);
  }
  // From the last line to the first: what comes before an edit keeps its number.
  for (const edit of kept.toSorted((a, b) => b.startLine - a.startLine))
    lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, replacement(lines, edit));
  return mark + lines.join("");
};

/** New lines end as the first one that they replace does; the last of them as the last did. */
const replacement = (lines: readonly string[], { startLine, endLine, text }: Edit): string => {
  const breakOf = (line: number): string => lineBreak.exec(lines[line - 1] ?? "")?.[0] ?? "";
  const within = breakOf(startLine) || breakOf(startLine - 1) || "\n";
  // A check may have taken its text from a line that ends with a carriage return.
  return text.split(/\r?\n/).join(within).replace(/\r$/, "") + breakOf(endLine);
};
