import { diffLines } from "diff";

/** What two texts differ in, each as much of it as is shown. */
export interface Excerpts {
  readonly before: string;
  readonly after: string;
}

/** UTF-16 units that are shown of a value; of lines that differ, all together and each. */
const longest = { value: 300, lines: 1500, line: 200 } as const;

/** Lines that come and go; with more, both texts are shown from their beginning. It bounds the time of the search. */
const mostChanges = 400;

/** The first characters of a text; what is left out, an ellipsis stands for. */
export const cutTo = (text: string, units: number): string =>
  text.length <= units ? text : `${text.slice(0, units).replace(/[\ud800-\udbff]$/, "")}…`;

/** The same at the length that one value has room for. */
export const cutValue = (text: string): string => cutTo(text, longest.value);

/**
 * What differs between two texts: of texts with more than one line, those lines that only one of them has, with an
 * ellipsis for what stands between; of long lines, the part around the first difference; short ones as they are.
 */
export const excerptsOf = (before: string, after: string): Excerpts => {
  const lines = before.includes("\n") && after.includes("\n") ? changedLines(before, after) : null;
  if (lines !== null) return lines;
  if (Math.max(before.length, after.length) <= longest.value) return { before, after };
  const from = Math.max(0, firstDifference(before, after) - 40);
  return { before: aroundFrom(before, from), after: aroundFrom(after, from) };
};

const changedLines = (before: string, after: string): Excerpts | null => {
  const parts = diffLines(before, after, { maxEditLength: mostChanges });
  if (parts === undefined) return null;
  const side = (without: "added" | "removed"): string => {
    const shown = parts.flatMap((part) =>
      part[without] ? [] : part.added || part.removed ? linesOf(part.value) : ["…"],
    );
    return within(shown.filter((line, index) => line !== "…" || shown[index - 1] !== "…"));
  };
  return { before: side("added"), after: side("removed") };
};

const linesOf = (text: string): readonly string[] =>
  text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => cutTo(line, longest.line));

/** Whole lines, as many as there is room for. */
const within = (lines: readonly string[]): string => {
  let room: number = longest.lines;
  const kept = lines.filter((line) => {
    room -= line.length + 1;
    return room >= 0;
  });
  return (kept.length < lines.length ? [...kept, "…"] : kept).join("\n");
};

const firstDifference = (before: string, after: string): number => {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  return at;
};

const aroundFrom = (text: string, from: number): string =>
  `${from > 0 && text.length > from ? "…" : ""}${cutValue(text.slice(from))}`;
