import type { Location } from "../core/finding.ts";
import { trimEnd } from "../core/trim-end.ts";
import { linesOf as fileLines } from "../text/line-of.ts";
import type { PlacedText, Replacement } from "../text/placed-text.ts";
import { type TextPosition, textPosition } from "../text/text-position.ts";
import type { World, WorldObject } from "../world/world.ts";

/**
 * Where the text of a ConfigMap's or Secret's key stands: in a generator's input file, or in a block scalar of a
 * manifest. It is looked for when the first place is asked for: most dashboards have no fault.
 */
export const placeOfKey = (
  object: WorldObject,
  path: readonly [string, string],
  text: string,
  world: World,
): PlacedText => {
  let found: Lines | undefined;
  const lines = (): Lines => {
    found ??= linesOf(object, path, text, world);
    return found;
  };
  let made: TextPosition | undefined;
  const position = (file: string): TextPosition => {
    made ??= textPosition(file, text);
    return made;
  };
  return {
    text,
    keyAt: () => lines().keyAt,
    at: (start, end) => {
      const { keyAt, above, indent } = lines();
      if (above === null) return keyAt;
      const { file } = keyAt;
      const { line, column, endLine, endColumn } = position(file).at(start, end);
      const from = { file, line: line + above, column: column + indent };
      if (endLine === undefined || endColumn === undefined) return from;
      return { ...from, endLine: endLine + above, endColumn: endColumn + indent };
    },
    edits: (replacements) => {
      const { keyAt, above, indent } = lines();
      if (above === null) return [];
      return grouped(text, replacements, (offset) => position(keyAt.file).at(offset).line).map(
        ({ startLine, endLine, changed }) => ({
          file: keyAt.file,
          startLine: startLine + above,
          endLine: endLine + above,
          text: changed
            .split("\n")
            .map((line) => (line === "" ? line : " ".repeat(indent) + line))
            .join("\n"),
        }),
      );
    },
  };
};

interface Lines {
  readonly keyAt: Location;
  /** The text's first line stands after this one of the file; null where its lines are not the file's. */
  readonly above: number | null;
  /** By how much each line stands to the right. */
  readonly indent: number;
}

const linesOf = (object: WorldObject, path: readonly [string, string], text: string, world: World): Lines => {
  const keyAt = object.locate(path) ?? { file: "", line: 1, column: 1 };
  const origin = object.manifest?.origin;
  const generated = origin?.from === "kustomize" && origin.generated;
  if (generated && keyAt.file !== origin.file) return { keyAt, above: 0, indent: 0 };
  const source = world.file(keyAt.file);
  const indent = blockAt(source === null ? [] : fileLines(source), keyAt.line, text);
  if (indent === null) return { keyAt, above: null, indent: 0 };
  const { file, line, column } = keyAt;
  return { keyAt: { file, line, column }, above: line, indent };
};

/**
 * The indentation of a literal block scalar (`|`) whose header ends line `line` and whose content is `text`; null where
 * there is none, e.g. a quoted or folded one, whose lines are not the text's.
 */
const blockAt = (all: readonly string[], line: number, text: string): number | null => {
  if (!/\|[-+0-9]*\s*(?:#[\s\S]*)?$/.test(all[line - 1] ?? "")) return null;
  const own = trimEnd(text, "\n").split("\n");
  const first = own.findIndex((one) => one.trim() !== "");
  if (first === -1) return null;
  const held = all.slice(line, line + own.length);
  const indent = (held[first] ?? "").length - (own[first] ?? "").length;
  if (indent < 1) return null;
  return own.every((one, index) => one.trim() === "" || held[index]?.slice(indent) === one) ? indent : null;
};

interface Group {
  readonly startLine: number;
  readonly endLine: number;
  /** What the lines become. */
  readonly changed: string;
}

/** The lines that replacements touch, counted from 1; those that share a line become one edit. */
const grouped = (
  text: string,
  replacements: readonly Replacement[],
  lineAt: (offset: number) => number,
): readonly Group[] => {
  const sorted = replacements.toSorted((a, b) => a.start - b.start);
  const groups: { from: number; to: number; parts: Replacement[] }[] = [];
  for (const one of sorted) {
    const from = text.lastIndexOf("\n", one.start - 1) + 1;
    const next = text.indexOf("\n", one.end);
    const to = next === -1 ? text.length : next;
    const last = groups.at(-1);
    if (last !== undefined && from < last.to) {
      last.to = Math.max(last.to, to);
      last.parts.push(one);
    } else groups.push({ from, to, parts: [one] });
  }
  return groups.map(({ from, to, parts }) => ({
    startLine: lineAt(from),
    endLine: lineAt(to),
    changed: applied(text, from, to, parts),
  }));
};

const applied = (text: string, from: number, to: number, parts: readonly Replacement[]): string => {
  let done = "";
  let here = from;
  for (const { start, end, text: own } of parts) {
    done += text.slice(here, start) + own;
    here = end;
  }
  return done + text.slice(here, to);
};
