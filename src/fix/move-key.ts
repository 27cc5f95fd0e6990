import type { Edit } from "../core/finding.ts";
import { toPointer } from "../kubernetes/json-pointer.ts";
import { isObject, type Json, type JsonObject, type Path, valueAt } from "../kubernetes/manifest.ts";
import { sameJson } from "../kubernetes/same-json.ts";
import { withoutPointers } from "../kubernetes/without-pointers.ts";
import { linesOf } from "../text/line-of.ts";
import { parseYaml } from "../text/parse-yaml.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import { applyEdits } from "./apply-edits.ts";

/**
 * Moves a key of a value file, with the comments above it and all below it, to another place of the same file, at
 * which nothing stands; maps that are empty then go. Null where the text is not in block style, or would not be read
 * as what was meant.
 */
export const moveKey = (file: YamlFile, from: readonly string[], to: readonly string[]): Edit | null => {
  const value = file.documents[0]?.value;
  if (!isObject(value) || file.text.length > largest) return null;
  if (valueAt(value, from) === undefined || valueAt(value, to) !== undefined) return null;
  const near = existing(value, to);
  const gone = emptied(value, from, near);
  const edit = editOf(file, { from, to, near, gone });
  if (edit === null) return null;
  const { documents, errors } = parseYaml(applyEdits(file.text, [edit]), file.file, "helm");
  const meant = put(withoutPointers(value, [toPointer(gone)]), to, valueAt(value, from) ?? null);
  return errors.length === 0 && documents.length === 1 && sameJson(documents[0]?.value, meant) ? edit : null;
};

/** Characters: what people write is shorter, and each move is tried on the whole file. */
const largest = 200_000;

/** The longest way to `to` that is there. */
const existing = (value: JsonObject, to: readonly string[]): readonly string[] => {
  const missing = to.findIndex((_, length) => !isObject(valueAt(value, to.slice(0, length + 1))));
  return to.slice(0, missing);
};

/**
 * What goes: the key, or the map above it that would hold nothing then; helm takes an empty key for a wish to unset.
 */
const emptied = (value: JsonObject, from: readonly string[], near: readonly string[]): readonly string[] => {
  let gone = from;
  while (gone.length > 1) {
    const above = gone.slice(0, -1);
    const map = valueAt(value, above);
    const isKept = above.every((key, index) => key === near[index]);
    if (isKept || !isObject(map) || Object.keys(map).length > 1) break;
    gone = above;
  }
  return gone;
};

const put = (map: JsonObject, [key = "", ...rest]: Path, value: Json): JsonObject => {
  const inner = map[key];
  return { ...map, [key]: rest.length === 0 ? value : put(isObject(inner) ? inner : {}, rest, value) };
};

interface Move {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly near: readonly string[];
  readonly gone: readonly string[];
}

/** One edit of all lines between the two places. */
const editOf = (file: YamlFile, { from, to, near, gone }: Move): Edit | null => {
  const lines = linesOf(file);
  const [block, whole, top] = [blockOf(file, from), blockOf(file, gone), blockOf(file, gone.slice(0, 1))];
  const into = near.length === 0 ? null : placeIn(file, near);
  if (block === null || whole === null || top === null || (near.length > 0 && into === null)) return null;
  const indent = into?.indent ?? 0;
  const maps = to.slice(near.length, -1);
  if (!maps.every((key) => /^[A-Za-z][\w.-]*$/.test(key))) return null;
  const moved = [
    ...maps.map((key, depth) => `${" ".repeat(indent + 2 * depth)}${key}:`),
    ...shifted(lines.slice(block.start - 1, block.end), indent + 2 * maps.length - block.indent),
  ];
  const start = Math.min(whole.start, block.start);
  const after = into?.line ?? top.end;
  const text =
    after < start
      ? [...lines.slice(after - 1, after), ...moved, ...lines.slice(after, start - 1)]
      : [...lines.slice(whole.end, after), ...moved];
  const [startLine, endLine] = after < start ? [after, whole.end] : [start, Math.max(after, whole.end)];
  return { file: file.file, startLine, endLine, text: text.join("\n") };
};

/** The line of a map's key, and how far its own keys stand in; null where they are not on lines of their own. */
const placeIn = (
  file: YamlFile,
  path: readonly string[],
): { readonly line: number; readonly indent: number } | null => {
  const [document] = file.documents;
  const map = valueAt(document?.value, path);
  const [first] = isObject(map) ? Object.keys(map) : [];
  if (document === undefined || first === undefined) return null;
  const { line } = document.locateKey(path);
  const inner = document.locateKey([...path, first]);
  const isBlock = /^ *[^\s#:]+:\s*(?:#.*)?$/.test(linesOf(file)[line - 1] ?? "") && inner.line > line;
  return isBlock ? { line, indent: inner.column - 1 } : null;
};

interface Block {
  /** Of the comments above the key. */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

/** The lines of a key and all below it, from 1; null where it does not begin its line. */
const blockOf = (file: YamlFile, path: readonly string[]): Block | null => {
  const lines = linesOf(file);
  const at = file.documents[0]?.locateKey(path);
  const indent = (at?.column ?? 1) - 1;
  if (at === undefined || (lines[at.line - 1] ?? "").slice(0, indent).trim() !== "") return null;
  const isComment = (line: string | undefined): boolean => line?.startsWith(`${" ".repeat(indent)}#`) === true;
  let start = at.line;
  while (isComment(lines[start - 2])) start -= 1;
  let end = at.line;
  for (let line = at.line + 1; line <= lines.length; line += 1) {
    const text = lines[line - 1] ?? "";
    const stands = text.length - text.trimStart().length;
    if (text.trim() === "") continue;
    if (stands < indent || (stands === indent && !/^ *-(?:\s|$)/.test(text))) break;
    end = line;
  }
  return { start, end, indent };
};

const shifted = (lines: readonly string[], by: number): readonly string[] =>
  lines.map((line) => {
    if (line.trim() === "") return line;
    return by >= 0 ? " ".repeat(by) + line : line.slice(Math.min(-by, line.length - line.trimStart().length));
  });
