import type { Span } from "../core/span.ts";
import type { Expression } from "./parse-expression.ts";
import {
  childrenOf,
  type LabelUse,
  type MetricSelector,
  type NodeOf,
  type PromqlNode,
  setOperators,
} from "./syntax.ts";

/** Where a label of the series that a node gives comes from. */
export interface LabelSources {
  /** The selectors whose series bring it, where they have it. */
  readonly selectors: ReadonlySet<MetricSelector>;
  /** True where a function makes it, e.g. as the target of `label_replace`, or where that cannot be told. */
  readonly made: boolean;
}

/** A place of an expression that names a label which it reads; what a function makes is none. */
export interface LabelRead extends Span {
  /** `source`: what `label_replace` and `label_join` take the new label's value from. */
  readonly where: LabelUse["where"] | "source";
  /** Of `on` and `ignoring` the left and the right side; of all others one. */
  readonly sources: readonly LabelSources[];
}

/** Every place that reads the label of this name. */
export const labelReads = ({ root, labelUses, text }: Expression, name: string): readonly LabelRead[] => [
  ...labelUses
    .filter((use) => use.name === name)
    .map(({ where, from, to }) => ({ where, from, to, sources: readBy(innermost(root, { from, to }), where, name) })),
  ...functionSources(root, name, text),
];

/** Where the label of a node's result comes from; nowhere where an aggregation takes it away. */
export const labelSources = (node: PromqlNode, name: string): LabelSources => {
  switch (node.kind) {
    case "number":
    case "string":
      return none;
    case "selector":
      return { selectors: new Set([node.selector]), made: false };
    case "range":
    case "unary":
      return labelSources(node.of, name);
    case "call":
      return ofCall(node, name);
    case "aggregate":
      return ofAggregate(node, name);
    case "binary":
      return ofBinary(node, name);
    default:
      return unclear;
  }
};

const none: LabelSources = { selectors: new Set(), made: false };
const unclear: LabelSources = { selectors: new Set(), made: true };

const joined = (all: readonly LabelSources[]): LabelSources => ({
  selectors: all.reduce((found, { selectors }) => found.union(selectors), new Set<MetricSelector>()),
  made: all.some(({ made }) => made),
});

/** The node that a place belongs to: to none of those below it. */
const innermost = (node: PromqlNode, span: Span): PromqlNode => {
  const below = childrenOf(node).find(({ from, to }) => from <= span.from && span.to <= to);
  return below === undefined ? node : innermost(below, span);
};

const readBy = (node: PromqlNode, where: LabelUse["where"], name: string): readonly LabelSources[] => {
  if (node.kind === "aggregate") return [joined(node.args.map((arg) => labelSources(arg, name)))];
  if (node.kind !== "binary") return [labelSources(node, name)];
  const sides = [node.left, node.right].map((side) => labelSources(side, name));
  if (where !== "include") return sides;
  return sides.slice(node.matching?.many === "right" ? 0 : 1).slice(0, 1);
};

/** `absent` takes labels from its matchers, and `info` from other series. */
const makers: ReadonlySet<string> = new Set(["absent", "absent_over_time", "info"]);

const ofCall = ({ name: called, args }: NodeOf<"call">, name: string): LabelSources => {
  const target = args[1];
  if (isRelabeling(called) && (target?.kind !== "string" || target.value === name)) return unclear;
  return makers.has(called) ? unclear : joined(args.map((arg) => labelSources(arg, name)));
};

const isRelabeling = (name: string): boolean => name === "label_replace" || name === "label_join";

const pickers: ReadonlySet<string> = new Set(["topk", "bottomk", "limitk", "limit_ratio"]);

const ofAggregate = ({ name: called, args, grouping }: NodeOf<"aggregate">, name: string): LabelSources => {
  const [counted] = args;
  if (called === "count_values" && (counted?.kind !== "string" || counted.value === name)) return unclear;
  const kept = grouping !== null && grouping.labels.includes(name) !== grouping.without;
  return pickers.has(called) || kept ? joined(args.map((arg) => labelSources(arg, name))) : none;
};

const ofBinary = ({ op, left, right, matching }: NodeOf<"binary">, name: string): LabelSources => {
  const [a, b] = [labelSources(left, name), labelSources(right, name)];
  if (setOperators.includes(op) && op !== "or") return a;
  if (matching === null || matching.many === null || matching.include.includes(name)) return joined([a, b]);
  return matching.many === "left" ? a : b;
};

function* functionSources(node: PromqlNode, name: string, text: string): Generator<LabelRead> {
  if (node.kind === "call" && isRelabeling(node.name)) {
    const [series, , ...rest] = node.args;
    for (const arg of node.name === "label_replace" ? rest.slice(1, 2) : rest.slice(1))
      if (series !== undefined && arg.kind === "string" && text.slice(arg.from + 1, arg.to - 1) === name)
        yield { where: "source", from: arg.from + 1, to: arg.to - 1, sources: [labelSources(series, name)] };
  }
  for (const child of childrenOf(node)) yield* functionSources(child, name, text);
}
