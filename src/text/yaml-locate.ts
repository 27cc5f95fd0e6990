import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { Path } from "../kubernetes/manifest.ts";
import type { YamlDialect } from "./yaml-scalar.ts";
import { isMergeKey, keyText } from "./yaml-value.ts";

/** Where a path ends: the node of its value, and of the key that holds it (an item of a sequence has none). */
export interface YamlPlace {
  readonly value: Node;
  readonly key: Node | null;
}

/** How a document's keys are read. */
export interface Reading {
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly dialect: YamlDialect;
  /** The keys of the mappings that were looked into: a file is asked for many places. */
  readonly keys: Map<YAMLMap, Keys>;
}

interface Keys {
  /** The last of two equal keys is the one whose value counts. */
  readonly own: ReadonlyMap<string, Pair>;
  readonly merges: readonly Pair[];
}

/**
 * The place of the value at `path`, or of its nearest ancestor; aliases and merge keys are followed.
 * Null for an empty document.
 */
export const findPlace = (root: Node | null, path: Path, reading: Reading): YamlPlace | null => {
  if (root === null) return null;
  let here: YamlPlace = { value: root, key: null };
  for (const step of path) {
    const next = stepInto(follow(here.value, reading), step, reading);
    if (next === null) return here;
    // An item of a sequence is found by itself; a value that is missing (`key:` at the end of a file) by its key.
    here = { value: next.value ?? next.key ?? here.value, key: next.key };
  }
  return here;
};

interface Step {
  readonly value: Node | null;
  readonly key: Node | null;
}

const follow = (node: Node, reading: Reading): Node => (isAlias(node) ? (reading.targets.get(node) ?? node) : node);

const stepInto = (node: Node, step: string | number, reading: Reading, seen: Set<Node> = new Set()): Step | null => {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? null : { value: asNode(item), key: null };
  }
  // What several merge keys lead to has been looked into.
  if (!isMap(node) || seen.has(node)) return null;
  seen.add(node);
  const { own, merges } = keysOf(node, reading);
  const pair = own.get(String(step));
  if (pair !== undefined) return { value: asNode(pair.value), key: asNode(pair.key) };
  for (const { value } of merges) {
    const found = stepIntoMerged(asNode(value), step, reading, seen);
    if (found !== null) return found;
  }
  return null;
};

const stepIntoMerged = (source: Node | null, step: string | number, reading: Reading, seen: Set<Node>): Step | null => {
  if (source === null) return null;
  const node = follow(source, reading);
  if (!isSeq(node)) return stepInto(node, step, reading, seen);
  if (seen.has(node)) return null;
  seen.add(node);
  for (const item of node.items) {
    const found = stepIntoMerged(asNode(item), step, reading, seen);
    if (found !== null) return found;
  }
  return null;
};

const keysOf = (map: YAMLMap, reading: Reading): Keys => {
  const known = reading.keys.get(map);
  if (known !== undefined) return known;
  const merges = map.items.filter(({ key }) => isMergeKey(key));
  const own = new Map(map.items.filter(({ key }) => !isMergeKey(key)).map((pair) => [pairKey(pair, reading), pair]));
  reading.keys.set(map, { own, merges });
  return { own, merges };
};

/** The text of a pair's key. */
export const pairKey = (pair: Pair, reading: Reading): string => {
  const key = asNode(pair.key);
  return keyText(key === null ? null : follow(key, reading), reading.dialect);
};

/** A node of a document; null for what is left out. */
export const asNode = (value: unknown): Node | null =>
  isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : null;
