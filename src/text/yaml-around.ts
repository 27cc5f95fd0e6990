import { type Alias, isCollection, isPair, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import { countAtMost } from "../core/count-at-most.ts";
import { once } from "../core/once.ts";
import type { Path } from "../kubernetes/manifest.ts";
import type { TextPosition } from "./text-position.ts";
import { asNode, pairKey, type Reading } from "./yaml-locate.ts";

/** What a line of a document stands in. */
export interface Surroundings {
  /** The path to the innermost value that the line holds, or stands in. */
  readonly path: Path;
  /** Where aliases lead to a value around the line: the paths of all aliases of the document; else empty. */
  readonly sharedBy: readonly Path[];
}

/** Of a line that no document holds. */
export const nothingAround: Surroundings = { path: [], sharedBy: [] };

interface ReadDocument {
  readonly root: Node | null;
  readonly text: string;
  readonly position: TextPosition;
  readonly reading: Reading;
}

/** Tells what a line stands in, by the document's nodes and not by its blanks; each answer takes little time. */
export const surroundings = ({ root, text, position, reading }: ReadDocument): ((line: number) => Surroundings) => {
  const startsOf = once(itemStarts);
  const walk = (from: number, to: number): Way => wayTo(root, { from, to, startsOf, reading });
  const shared = new Set(reading.targets.values());
  const sharedLines = new Set(Array.from(shared, (node) => position.at(startOf(node)).line));
  let aliases: readonly Path[] | undefined;
  return (line) => {
    const start = position.startOf(line);
    const to = Math.max(position.startOf(line + 1) - 1, start);
    const { path, nodes } = walk(start + blanksAt(text, start), to);
    if (!sharedLines.has(line) && !nodes.some((node) => shared.has(node))) return { path, sharedBy: [] };
    aliases ??= Array.from(reading.targets.keys(), (alias: Alias) => walk(startOf(alias), startOf(alias)).path);
    return { path, sharedBy: aliases };
  };
};

type Collection = YAMLMap | YAMLSeq;

interface Way {
  readonly path: Path;
  readonly nodes: readonly Node[];
}

interface Span {
  readonly from: number;
  readonly to: number;
  startsOf(node: Collection): readonly number[];
  readonly reading: Reading;
}

const wayTo = (root: Node | null, { from, to, startsOf, reading }: Span): Way => {
  const path: (string | number)[] = [];
  const nodes: Node[] = [];
  for (let here = root; here !== null; ) {
    nodes.push(here);
    if (!isCollection(here) || startOf(here) > to) break;
    const node: Collection = here;
    const begun = countAtMost(startsOf(node), to) - 1;
    const isOver = begun < 0 || endOf(node.items[begun]) <= from;
    if (isOver && node.flow === true) break;
    // The dash of an item, or an anchor, stands before what `yaml` calls its start.
    const index = isOver ? begun + 1 : begun;
    if (index >= node.items.length) break;
    const item: unknown = node.items[index];
    path.push(isPair(item) ? pairKey(item as Pair, reading) : index);
    here = asNode(isPair(item) ? item.value : item);
  }
  return { path, nodes };
};

/** Ascending; an item without a place has that of the one before it. */
const itemStarts = (node: Collection): readonly number[] => {
  let last = startOf(node);
  return node.items.map((item) => {
    const first = asNode(isPair(item) ? (item.key ?? item.value) : item);
    last = Math.max(last, first?.range?.[0] ?? last);
    return last;
  });
};

const startOf = (node: Node): number => node.range?.[0] ?? 0;

const endOf = (item: unknown): number => {
  const last = asNode(isPair(item) ? (item.value ?? item.key) : item);
  return last?.range?.[1] ?? 0;
};

const blanksAt = (text: string, start: number): number => {
  let at = start;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at - start;
};
