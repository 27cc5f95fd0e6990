import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Edit, Location } from "../core/finding.ts";
import type { Span } from "../core/span.ts";
import type { Path } from "../kubernetes/manifest.ts";
import type { PlacedText, Replacement } from "./placed-text.ts";

/** The places of values inside a JSON text of the tree. */
export interface JsonPosition {
  /** The place of the value at `path`, of its nearest ancestor where there is none. */
  at(path: Path): Location;
  /** The place of `part` inside the string at `path`, of the whole string where it is not in it as such. */
  within(path: Path, part: string): Location;
  /** The place of `span` of the string at `path`, counted in the string that the JSON stands for; of the whole string where it is none of it. */
  inString(path: Path, span: Span): Location;
  /** The edits that put texts in the place of parts of strings, counted likewise; none where one of them cannot be made. */
  change(changes: readonly StringChange[]): readonly Edit[];
  /** The edits that rewrite the raw text of these values, e.g. `"Hostname"`; none where the file cannot be edited so, or more than 100 would be needed. */
  rewrite(places: readonly (() => Path)[], change: (raw: string) => string): readonly Edit[];
}

/** Puts `text` in the place of `span` of the string at `path`. */
export interface StringChange {
  readonly path: Path;
  readonly span: Span;
  readonly text: string;
}

/** More edits are no help in a report: a person replaces a name everywhere at once. */
const maxRewritten = 100;

/** The text is parsed when the first place is asked for: dashboards without a fault are never parsed twice. */
export const jsonPosition = (placed: PlacedText): JsonPosition => {
  let parsed: Node | undefined;
  const root = (): Node | undefined => {
    parsed ??= parse(placed.text);
    return parsed;
  };
  const nodeAt = (path: Path): Node | undefined => {
    const tree = root();
    if (tree === undefined) return undefined;
    for (let length = path.length; length >= 0; length -= 1) {
      const node = findNodeAtLocation(tree, path.slice(0, length));
      if (node !== undefined) return node;
    }
    return tree;
  };
  // Of an object or an array only the start is told, or a whole panel would be underlined.
  const placeOf = (node: Node): Location =>
    node.children === undefined ? placed.at(node.offset, node.offset + node.length) : placed.at(node.offset);
  const rangeOf = (path: Path, span: Span): { readonly start: number; readonly end: number } | null => {
    const tree = root();
    const node = tree === undefined ? undefined : findNodeAtLocation(tree, [...path]);
    if (node === undefined || node.type !== "string") return null;
    const starts = rawOffsets(rawOf(node));
    const [start, end] = [starts[span.from], starts[span.to]];
    return start === undefined || end === undefined ? null : { start: node.offset + start, end: node.offset + end };
  };
  const rawOf = ({ offset, length }: Node): string => placed.text.slice(offset, offset + length);
  return {
    at: (path) => {
      const node = nodeAt(path);
      return node === undefined ? placed.at(0) : placeOf(node);
    },
    within: (path, part) => {
      const node = nodeAt(path);
      if (node === undefined) return placed.at(0);
      const index = node.children === undefined ? wordIndex(rawOf(node), part) : -1;
      return index === -1 ? placeOf(node) : placed.at(node.offset + index, node.offset + index + part.length);
    },
    inString: (path, span) => {
      const range = rangeOf(path, span);
      const node = nodeAt(path);
      if (range !== null) return placed.at(range.start, range.end);
      return node === undefined ? placed.at(0) : placeOf(node);
    },
    change: (changes) => {
      const replacements = changes.map(({ path, span, text }): Replacement | null => {
        const range = rangeOf(path, span);
        return range === null ? null : { ...range, text: JSON.stringify(text).slice(1, -1) };
      });
      return replacements.includes(null) ? [] : placed.edits(replacements.filter((one) => one !== null));
    },
    rewrite: (places, change) => {
      if (places.length > maxRewritten) return [];
      const replacements = places.flatMap((place): Replacement[] => {
        const tree = root();
        const node = tree === undefined ? undefined : findNodeAtLocation(tree, [...place()]);
        if (node === undefined) return [];
        return [{ start: node.offset, end: node.offset + node.length, text: change(rawOf(node)) }];
      });
      return replacements.length === places.length ? placed.edits(replacements) : [];
    },
  };
};

/** The parser recurses: what is nested deeper than the call stack has no places. */
const parse = (text: string, errors: ParseError[] = []): Node | undefined => {
  try {
    return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    return undefined;
  }
};

/** Where each UTF-16 unit of a JSON string stands in its raw text, quotes included, and where its end does. */
const rawOffsets = (raw: string): readonly number[] => {
  const starts: number[] = [];
  for (let at = 1; at < raw.length - 1; ) {
    starts.push(at);
    at += raw[at] !== "\\" ? 1 : raw[at + 1] === "u" ? 6 : 2;
  }
  return [...starts, raw.length - 1];
};

/** Where a name stands as a whole word: `Hostname`, but neither in `HostnameX` nor in `$Hostname`. */
const wordIndex = (text: string, word: string): number => {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!/[\w$]/.test(text[at - 1] ?? "") && !/\w/.test(text[at + word.length] ?? "")) return at;
  return -1;
};

/** What is wrong with a JSON text, as Grafana reads it. */
export interface JsonFault {
  readonly message: string;
  readonly at: Location;
  readonly edits: readonly Edit[];
}

/**
 * The first mistake of a text that `JSON.parse` refuses; null where Grafana takes it all the same: Go's decoder stops after the first value and does not
 * see what follows it.
 */
export const jsonFault = (placed: PlacedText): JsonFault | null => {
  const { text } = placed;
  if (text.trim() === "") return { message: "the text is empty", at: placed.at(0), edits: [] };
  // RFC 8259 lets a reader refuse it, and Go's decoder does.
  if (text.startsWith("\ufeff"))
    return { message: "it begins with a byte-order mark: save it as UTF-8 without one", at: placed.at(0), edits: [] };
  const errors: ParseError[] = [];
  parse(text, errors);
  const [first] = errors.sort((a, b) => a.offset - b.offset);
  if (first === undefined) return { message: "it is not valid JSON", at: placed.at(0), edits: [] };
  const code = printParseErrorCode(first.error);
  if (code === "EndOfFileExpected") return null;
  const comma = trailingComma(text, first.offset);
  if (comma !== null)
    return {
      message: "a comma stands before a closing bracket",
      at: placed.at(comma, comma + 1),
      edits: placed.edits([{ start: comma, end: comma + 1, text: "" }]),
    };
  const found = text.slice(first.offset, first.offset + Math.max(first.length, 1)).split("\n")[0] ?? "";
  const template = text.slice(Math.max(0, first.offset - 2), first.offset + 2).includes("{{");
  return {
    message: template ? "a template (`{{`) stands where JSON is expected" : messageOf(code, found),
    at: placed.at(first.offset, first.offset + first.length),
    edits: [],
  };
};

/** The text of the first value: the whole text, where it is valid. */
export const firstValue = (text: string): string => {
  const node = parse(text);
  return node === undefined ? text : text.slice(node.offset, node.offset + node.length);
};

const trailingComma = (text: string, offset: number): number | null => {
  if (text[offset] !== "}" && text[offset] !== "]") return null;
  const before = text.slice(0, offset).trimEnd();
  return before.endsWith(",") ? before.length - 1 : null;
};

const messageOf = (code: string, found: string): string => {
  const reason = messages[code] ?? "it is not valid JSON";
  return found.trim() === "" ? reason : `${reason}, and \`${found.slice(0, 40)}\` was found`;
};

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: "a value is expected",
  InvalidNumberFormat: "a number is expected",
  PropertyNameExpected: "a property name in double quotes is expected",
  ValueExpected: "a value is expected",
  ColonExpected: "a colon is expected",
  CommaExpected: "a comma is expected",
  CloseBraceExpected: "a closing brace is missing",
  CloseBracketExpected: "a closing bracket is missing",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfComment: "JSON has no comments",
  UnexpectedEndOfString: "a string does not end",
  UnexpectedEndOfNumber: "a number does not end",
  InvalidUnicode: "a \\u escape is not complete",
  InvalidEscapeCharacter: "an escape in a string is not one that JSON has",
  InvalidCharacter: "a control character stands in a string",
};
