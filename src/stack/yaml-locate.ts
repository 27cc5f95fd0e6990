import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { Path } from "../manifest.ts";
import type { YamlDialect } from "./yaml-scalar.ts";
import { isMergeKey, keyText } from "./yaml-value.ts";

/** Where a path ends: the node of its value, and of the key that holds it (an item of a sequence has none). */
export interface Place {
  readonly value: Node;
  readonly key: Node | null;
}

/** How a document's keys are read. */
export interface Reading {
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly dialect: YamlDialect;
}

/** The place of the value at `path`, or of its nearest ancestor; aliases and merge keys are followed. Null for an empty document. */
export const findPlace = (root: Node | null, path: Path, reading: Reading): Place | null => {
  if (root === null) return null;
  let here: Place = { value: root, key: null };
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

const stepInto = (node: Node, step: string | number, reading: Reading): Step | null => {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? null : { value: asNode(item), key: null };
  }
  if (!isMap(node)) return null;
  // The last of two equal keys is the one whose value counts.
  const own = node.items.findLast((pair) => keyOf(pair, reading) === String(step) && !isMergeKey(pair.key));
  if (own !== undefined) return { value: asNode(own.value), key: asNode(own.key) };
  for (const pair of node.items) {
    if (!isMergeKey(pair.key)) continue;
    const found = stepIntoMerged(asNode(pair.value), step, reading);
    if (found !== null) return found;
  }
  return null;
};

const stepIntoMerged = (source: Node | null, step: string | number, reading: Reading): Step | null => {
  if (source === null) return null;
  const node = follow(source, reading);
  if (!isSeq(node)) return stepInto(node, step, reading);
  for (const item of node.items) {
    const found = stepIntoMerged(asNode(item), step, reading);
    if (found !== null) return found;
  }
  return null;
};

const keyOf = (pair: Pair, reading: Reading): string => {
  const key = asNode(pair.key);
  return keyText(key === null ? null : follow(key, reading), reading.dialect);
};

const asNode = (value: unknown): Node | null =>
  isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : null;
