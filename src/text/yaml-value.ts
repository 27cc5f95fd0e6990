import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Json } from "../kubernetes/manifest.ts";
import { readPlainScalar, type YamlDialect } from "./yaml-scalar.ts";

/** What one walk over a document's nodes finds out. */
export interface ReadNodes {
  readonly value: Json;
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly faults: readonly Fault[];
}

interface Fault {
  readonly message: string;
  readonly node: Node;
  readonly duplicateKey: boolean;
  /** As in YamlError. */
  readonly costly?: true;
}

/**
 * More values than this behind one alias is an attack or a mistake; the largest real dashboards
 * have some 20,000 without any.
 */
const maxExpanded = 100_000;
/** Behind all aliases of a document: what comes later reads each of them anew. */
const maxExpandedTogether = 3 * maxExpanded;
/** Keys that merge keys copy: in a chain of them each mapping holds those of all before it. */
const maxMerged = maxExpanded;
/** As js-yaml has it: what is deeper, nobody wrote. Later passes go down as deep, and must not run out of stack. */
export const maxDepth = 100;

/**
 * The text of a mapping key as JSON has it: `1:` is "1", `true:` is "true". A mapping or a list, which no tool takes as
 * a key, has its place for a name: to write out what is nested in keys takes minutes.
 */
export const keyText = (key: unknown, dialect: YamlDialect): string => {
  if (isScalar(key)) return String(scalarValue(key, dialect));
  return isCollection(key) ? `(the key at ${key.range?.[0] ?? 0})` : String(key);
};

const scalarValue = (node: Scalar, dialect: YamlDialect): Json => {
  const text = typeof node.value === "string" ? node.value : "";
  const isPlain = node.type === "PLAIN" && (node.tag === undefined || /(?:bool|int|float|null)$/.test(node.tag));
  // Where a value is missing, `yaml` makes a node without source.
  return isPlain || node.source === undefined ? readPlainScalar(text, dialect) : text;
};

/** `<<` unquoted: the mapping takes the keys of another one. */
export const isMergeKey = (key: unknown): boolean => isScalar(key) && key.value === "<<" && key.type === "PLAIN";

/** The document was refused: reading on would cost more than it is worth. */
class RefusedDocument extends Error {}

/** Reads value, alias targets and faults in one pass; its time grows with the text, not with what aliases expand to. */
export const readNodes = (root: Node | null, dialect: YamlDialect): ReadNodes => {
  const walk = new Walk(dialect);
  try {
    return { value: walk.read(root).value, targets: walk.targets, faults: walk.faults };
  } catch (thrown) {
    // The nesting of a hostile document overflows the stack here as it does in the parser.
    if (!(thrown instanceof RefusedDocument) && !(thrown instanceof RangeError)) throw thrown;
    if (thrown instanceof RangeError && root !== null) walk.fault(root, tooDeep);
    return { value: null, targets: walk.targets, faults: walk.faults };
  }
};

const tooDeep = "The document is nested too deeply to be read";

interface Read {
  readonly value: Json;
  /** Number of values, everything behind aliases counted each time. */
  readonly size: number;
}

type Entries = Record<string, Json>;

class Walk {
  readonly targets = new Map<Alias, Node>();
  readonly faults: Fault[] = [];
  readonly #anchors = new Map<string, Node>();
  readonly #done = new Map<Node, Read>();
  #expanded = 0;
  #merged = 0;
  #depth = 0;
  readonly #dialect: YamlDialect;

  constructor(dialect: YamlDialect) {
    this.#dialect = dialect;
  }

  fault(node: Node, message: string, duplicateKey = false): void {
    this.faults.push({ message, node, duplicateKey });
  }

  read(node: unknown): Read {
    if (isAlias(node)) return this.#alias(node);
    if (isScalar(node)) return this.#anchored(node, { value: scalarValue(node, this.#dialect), size: 1 });
    if (!isSeq(node) && !isMap(node)) return { value: null, size: 1 };
    this.#depth += 1;
    if (this.#depth > maxDepth) this.#refuse(node, tooDeep);
    this.#open(node);
    const read = isSeq(node) ? this.#seq(node) : this.#map(node);
    this.#depth -= 1;
    return this.#anchored(node, read);
  }

  #seq(node: YAMLSeq): Read {
    const items = node.items.map((item) => this.read(item));
    return { value: items.map((item) => item.value), size: 1 + sum(items) };
  }

  /** Reading on would cost more than it is worth, here and for every tool. */
  #refuse(node: Node, message: string): never {
    this.faults.push({ message, node, duplicateKey: false, costly: true });
    throw new RefusedDocument();
  }

  /** From here on the anchor is this node's, though its value is not known before its end. */
  #open(node: Node & { readonly anchor?: string }): void {
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
  }

  #anchored(node: Node & { readonly anchor?: string }, read: Read): Read {
    if (node.anchor === undefined) return read;
    this.#anchors.set(node.anchor, node);
    this.#done.set(node, read);
    return read;
  }

  #alias(node: Alias): Read {
    const target = this.#anchors.get(node.source);
    if (target === undefined) {
      this.fault(node, `The alias *${node.source} has no anchor before it`);
      return { value: null, size: 1 };
    }
    const read = this.#done.get(target);
    if (read === undefined) {
      this.fault(node, `The alias *${node.source} stands inside its own anchor: the value would have no end`);
      throw new RefusedDocument();
    }
    this.targets.set(node, target);
    this.#expanded += read.size;
    if (read.size > maxExpanded || this.#expanded > maxExpandedTogether)
      this.#refuse(node, `Aliases expand to more than ${maxExpanded} values: refused`);
    return read;
  }

  #map(node: YAMLMap): Read {
    const own: Entries = Object.create(null);
    const merged: Json[] = [];
    const seen = new Set<string>();
    let size = 1;
    for (const pair of node.items) {
      const key = this.#key(pair);
      if (seen.has(key)) this.fault(keyNode(pair, node), `The key "${key}" stands twice in this mapping`, true);
      seen.add(key);
      const read = this.read(pair.value);
      size += read.size;
      if (isMergeKey(pair.key)) merged.push(read.value);
      else own[key] = read.value;
    }
    if (merged.length === 0) return { value: plain(own), size };
    for (const source of merged) this.#countMerged(source, node);
    return { value: plain(merge(own, merged.flat())), size };
  }

  #countMerged(source: Json, node: Node): void {
    const sources = Array.isArray(source) ? source : [source];
    this.#merged += sources.length;
    if (this.#merged <= maxMerged)
      for (const one of sources) this.#merged += typeof one === "object" && one !== null ? Object.keys(one).length : 0;
    if (this.#merged > maxMerged) this.#refuse(node, `Merge keys copy more than ${maxMerged} values: refused`);
  }

  #key(pair: Pair): string {
    if (isScalar(pair.key)) this.read(pair.key);
    else if (isAlias(pair.key)) return String(this.read(pair.key).value);
    return keyText(pair.key, this.#dialect);
  }
}

const keyNode = (pair: Pair, map: YAMLMap): Node => (isScalar(pair.key) || isAlias(pair.key) ? pair.key : map);

/** The mapping's own keys win over merged ones, the first merged mapping over later ones. */
const merge = (own: Entries, sources: readonly Json[]): Entries => {
  const all: Entries = Object.create(null);
  for (const source of [...sources].reverse())
    if (typeof source === "object" && source !== null)
      for (const [key, value] of Object.entries(source)) if (value !== undefined) all[key] = value;
  for (const [key, value] of Object.entries(own)) all[key] = value;
  return all;
};

/** An ordinary object; `__proto__` stays a key like any other. */
const plain = (entries: Entries): Json => Object.fromEntries(Object.entries(entries));

const sum = (reads: readonly Read[]): number => reads.reduce((total, read) => total + read.size, 0);
