import type { MetricSelector, NodeOf, PromqlNode } from "./syntax.ts";
import { constantOf } from "./threshold.ts";

/** Values that an expression can have, both ends included. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

type RangeOf = (selector: MetricSelector) => Range | null;

/** The values that an expression can have, given those of its metrics; null where nothing certain can be said. */
export const expressionRange = (node: PromqlNode, rangeOf: RangeOf): Range | null => {
  switch (node.kind) {
    case "selector":
      return rangeOf(node.selector);
    case "range":
      return expressionRange(node.of, rangeOf);
    case "call":
      return keepsRange.has(node.name) ? ofOnly(node.args, rangeOf) : null;
    case "aggregate":
      return ["max", "min", "avg", "quantile", "topk", "bottomk"].includes(node.name)
        ? ofOnly(node.args, rangeOf)
        : null;
    case "binary":
      return ofBinary(node, rangeOf);
    default:
      return null;
  }
};

const keepsRange: ReadonlySet<string> = new Set([
  ...["avg_over_time", "max_over_time", "min_over_time", "last_over_time", "first_over_time", "quantile_over_time"],
  ...["label_replace", "label_join", "sort", "sort_desc"],
]);

/** Quantiles and label functions have arguments that are no series. */
const ofOnly = (args: readonly PromqlNode[], rangeOf: RangeOf): Range | null => {
  const series = args.filter((arg) => arg.kind !== "number" && arg.kind !== "string");
  const [first] = series;
  return first === undefined || series.length > 1 ? null : expressionRange(first, rangeOf);
};

const ofBinary = (node: NodeOf<"binary">, rangeOf: RangeOf): Range | null => {
  const { op, left, right } = node;
  // What passes a filter has a value of the left side.
  if (["and", "unless"].includes(op)) return expressionRange(left, rangeOf);
  if (op === "/" && isPartOf(left, right)) return { least: 0, most: 1 };
  const factor = op === "*" ? (constantOf(right) ?? constantOf(left)) : op === "/" ? inverse(constantOf(right)) : null;
  if (factor === null || factor <= 0) return null;
  const range = expressionRange(constantOf(left) === null ? left : right, rangeOf);
  return range === null ? null : { least: range.least * factor, most: range.most * factor };
};

const inverse = (value: number | null): number | null => (value === null || value === 0 ? null : 1 / value);

/** `a / (a + b)`: both of the same metrics, so neither is negative. */
const isPartOf = (part: PromqlNode, whole: PromqlNode): boolean =>
  whole.kind === "binary" &&
  whole.op === "+" &&
  [whole.left, whole.right].some((side) => isSame(side, part) || isPartOf(part, side));

const isSame = (a: PromqlNode, b: PromqlNode): boolean =>
  a.kind === "selector" &&
  b.kind === "selector" &&
  a.selector.metric === b.selector.metric &&
  JSON.stringify(a.selector.matchers.map(({ name, op, value }) => [name, op, value])) ===
    JSON.stringify(b.selector.matchers.map(({ name, op, value }) => [name, op, value]));
