import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { Edit, Location } from "../core/finding.ts";
import type { Span } from "../core/span.ts";
import type { Path } from "../kubernetes/manifest.ts";
import { parseJsonTree } from "./json-tree.ts";
import type { PlacedText, Replacement } from "./placed-text.ts";

/** The places of values inside a JSON text of the tree. */
export interface JsonPosition {
  /** The place of the value at `path`, of its nearest ancestor where there is none. */
  at(path: Path): Location;
  /** The place of `part` inside the string at `path`, of the whole string where it is not in it as such. */
  within(path: Path, part: string): Location;
  /**
   * The place of `span` of the string at `path`, counted in the string that the JSON stands for; of the whole
   * string where it is none of it.
   */
  inString(path: Path, span: Span): Location;
  /**
   * The edits that put texts in the place of parts of strings, counted likewise; none where one of them cannot be made.
   */
  change(changes: readonly StringChange[]): readonly Edit[];
  /**
   * The edits that rewrite the raw text of these values, e.g. `"Hostname"`; none where the file cannot be edited so, or
   * more than 100 would be needed.
   */
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

/** Looks up nodes of a JSON text. */
interface Lookup {
  /** The node at `path`. */
  exact(path: Path): Node | undefined;
  /** The node at `path`, else its nearest ancestor. */
  nearest(path: Path): Node | undefined;
  /** The part of the text that `span` of the string at `path` stands in; null where it is none of it. */
  range(path: Path, span: Span): Omit<Replacement, "text"> | null;
  raw(node: Node): string;
}

/** The text is parsed when the first place is asked for: dashboards without a fault are never parsed twice. */
const lookUpIn = (text: string): Lookup => {
  // Null: it could not be parsed, which is not tried again.
  let parsed: Node | null | undefined;
  const root = (): Node | undefined => {
    if (parsed === undefined) parsed = parseJsonTree(text) ?? null;
    return parsed ?? undefined;
  };
  const exact = (path: Path): Node | undefined => {
    const tree = root();
    return tree === undefined ? undefined : findNodeAtLocation(tree, [...path]);
  };
  const raw = ({ offset, length }: Node): string => text.slice(offset, offset + length);
  return {
    exact,
    nearest: (path) => {
      if (root() === undefined) return undefined;
      for (let length = path.length; length > 0; length -= 1) {
        const node = exact(path.slice(0, length));
        if (node !== undefined) return node;
      }
      return root();
    },
    range: (path, span) => {
      const node = exact(path);
      if (node?.type !== "string") return null;
      const starts = rawOffsets(raw(node));
      const [start, end] = [starts[span.from], starts[span.to]];
      return start === undefined || end === undefined ? null : { start: node.offset + start, end: node.offset + end };
    },
    raw,
  };
};

/** The places of a JSON text; it is parsed when the first one is asked for. */
export const jsonPosition = (placed: PlacedText): JsonPosition => {
  const { exact, nearest, range, raw } = lookUpIn(placed.text);
  // Of an object or an array only the start is told, or a whole panel would be underlined.
  const placeOf = (node: Node | undefined): Location =>
    node === undefined || node.children !== undefined
      ? placed.at(node?.offset ?? 0)
      : placed.at(node.offset, node.offset + node.length);
  return {
    at: (path) => placeOf(nearest(path)),
    within: (path, part) => {
      const node = nearest(path);
      const index = node === undefined || node.children !== undefined ? -1 : wordIndex(raw(node), part);
      const start = (node?.offset ?? 0) + index;
      return index === -1 ? placeOf(node) : placed.at(start, start + part.length);
    },
    inString: (path, span) => {
      const found = range(path, span);
      return found === null ? placeOf(nearest(path)) : placed.at(found.start, found.end);
    },
    change: (changes) => {
      const replacements = changes.map(({ path, span, text }): Replacement | null => {
        const found = range(path, span);
        return found === null ? null : { ...found, text: JSON.stringify(text).slice(1, -1) };
      });
      return replacements.includes(null) ? [] : placed.edits(replacements.filter((one) => one !== null));
    },
    rewrite: (places, change) => {
      if (places.length > maxRewritten) return [];
      const replacements = places.flatMap((place): Replacement[] => {
        const node = exact(place());
        if (node === undefined) return [];
        return [{ start: node.offset, end: node.offset + node.length, text: change(raw(node)) }];
      });
      return replacements.length === places.length ? placed.edits(replacements) : [];
    },
  };
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
