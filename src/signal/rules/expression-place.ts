import type { Edit, Location } from "../../core/finding.ts";
import type { Span } from "../../core/span.ts";
import { lineOf, positionIn } from "../../text/line-of.ts";
import type { World } from "../../world/world.ts";
import type { RuleEntry } from "./rule-entries.ts";

/** A part of a rule's expression, where it stands in the tree. */
export interface ExpressionPlace {
  /** The part itself where it could be found, else the expression; null where nobody can edit it here. */
  readonly at: Location | null;
  /** Puts another text in its place; null where it could not be found. */
  edit(text: string): Edit | null;
}

/**
 * The place of `[from, to)` of the expression. YAML may fold, indent and escape it, so it is looked for by its text: as
 * often as that stands before it in the expression it is passed over in the file.
 */
export const placeInExpression = ({ object, path, expr }: RuleEntry, span: Span, world: World): ExpressionPlace => {
  const value = object.locate([...path, "expr"]);
  const file = value === null ? null : world.file(value.file);
  const nowhere: ExpressionPlace = { at: value, edit: () => null };
  if (value === null || file === null) return nowhere;
  const { text } = file;
  const wanted = expr.slice(span.from, span.to);
  const position = positionIn(file);
  const start = position.startOf(value.line) + value.column - 1;
  // The lines of a value whose end is not told: it takes no more than its own text and as many indentations.
  const end = value.endLine === undefined ? start + expr.length * 4 + 200 : position.startOf(value.endLine + 1);
  const index = occurrence(text.slice(start, end), wanted, occurrences(expr.slice(0, span.from), wanted));
  if (wanted === "" || index === -1) return nowhere;
  const from = start + index;
  const at = position.at(from, from + wanted.length);
  const line = lineOf(file, at.line);
  return {
    at,
    edit: (put) => {
      const changed = line.slice(0, at.column - 1) + put + line.slice(at.column - 1 + wanted.length);
      return { file: file.file, startLine: at.line, endLine: at.line, text: changed };
    },
  };
};

/** Whole-line edits that make all changes; none where one of them cannot be placed. */
export const editsInExpression = (
  entry: RuleEntry,
  changes: readonly (Span & { readonly text: string })[],
  world: World,
): readonly Edit[] => {
  const placed = changes.map((change) => ({ change, place: placeInExpression(entry, change, world) }));
  if (placed.some(({ change, place }) => place.edit(change.text) === null)) return [];
  const lines = Map.groupBy(placed, ({ place }) => place.at?.line ?? 0);
  return [...lines.values()].flatMap((onLine): Edit[] => {
    const { at } = onLine[0]?.place ?? {};
    if (at === undefined || at === null) return [];
    const file = world.file(at.file);
    const whole = file === null ? "" : lineOf(file, at.line);
    const text = onLine
      .toSorted((a, b) => (b.place.at?.column ?? 0) - (a.place.at?.column ?? 0))
      .reduce((line, { change, place }) => {
        const from = (place.at?.column ?? 1) - 1;
        return line.slice(0, from) + change.text + line.slice(from + change.to - change.from);
      }, whole);
    return [{ file: at.file, startLine: at.line, endLine: at.line, text }];
  });
};

const occurrences = (text: string, wanted: string): number => text.split(wanted).length - 1;

/** Where `wanted` stands after it was passed over `skip` times; -1 where it does not stand so often. */
const occurrence = (text: string, wanted: string, skip: number): number => {
  let at = text.indexOf(wanted);
  for (let passed = 0; passed < skip && at !== -1; passed += 1) at = text.indexOf(wanted, at + wanted.length);
  return at;
};
