import { type Measure, sameMeasure } from "./measure.ts";
import { comparisons, type MetricSelector, type NodeOf, type PromqlNode } from "./syntax.ts";
import { constantOf } from "./threshold.ts";

type MeasureOf = (selector: MetricSelector) => Measure | null;

/**
 * What the values of an expression count, given what those of its metrics do; null where nothing certain can be said.
 */
export const expressionMeasure = (node: PromqlNode, measureOf: MeasureOf): Measure | null => {
  const of = (child: PromqlNode | undefined): Measure | null =>
    child === undefined ? null : expressionMeasure(child, measureOf);
  switch (node.kind) {
    case "selector":
      return measureOf(node.selector);
    case "range":
    case "unary":
      return of(node.of);
    case "call":
      return keeping.has(node.name) ? of(seriesOf(node.args)) : ofRate(node, of);
    case "aggregate":
      return ["sum", "avg", "min", "max", "topk", "bottomk", "quantile"].includes(node.name)
        ? of(node.args.at(-1))
        : null;
    case "binary":
      return ofBinary(node, of);
    default:
      return null;
  }
};

/** Functions whose value is of the kind of their argument's. */
const keeping: ReadonlySet<string> = new Set([
  ...["avg_over_time", "max_over_time", "min_over_time", "last_over_time", "first_over_time", "quantile_over_time"],
  ...["increase", "delta", "idelta", "abs", "ceil", "floor", "round", "clamp", "clamp_min", "clamp_max"],
  ...["label_replace", "label_join", "sort", "sort_desc", "scalar"],
]);

const seriesOf = (args: readonly PromqlNode[]): PromqlNode | undefined =>
  args.find(({ kind }) => kind !== "number" && kind !== "string");

/** Energy per second is power, and time per second is a share. */
const ofRate = (
  { name, args }: NodeOf<"call">,
  of: (node: PromqlNode | undefined) => Measure | null,
): Measure | null => {
  const measure = ["rate", "irate", "deriv"].includes(name) ? of(args[0]) : null;
  const dimension = measure === null ? undefined : perSecond[measure.dimension];
  return measure === null || dimension === undefined ? null : { dimension, scale: measure.scale };
};

const perSecond: Partial<Readonly<Record<Measure["dimension"], Measure["dimension"]>>> = {
  energy: "power",
  size: "throughput",
  time: "share",
};

const ofBinary = (node: NodeOf<"binary">, of: (node: PromqlNode) => Measure | null): Measure | null => {
  const { op, left, right } = node;
  if (op === "*" || op === "/") return ofProduct(node, of);
  if (comparisons.includes(op)) return node.bool ? null : (of(left) ?? of(right));
  if (op === "and" || op === "unless") return of(left);
  if (!["+", "-", "or", "%"].includes(op)) return null;
  const [a, b] = [of(left), of(right)];
  if (a !== null && b !== null) return sameMeasure(a, b) ? a : null;
  // `x or vector(0)`, `100 - x`: the constant is meant in the unit of the series.
  const other = a === null ? left : right;
  return isConstant(other) ? (a ?? b) : null;
};

const ofProduct = ({ op, left, right }: NodeOf<"binary">, of: (node: PromqlNode) => Measure | null): Measure | null => {
  const [a, b] = [of(left), of(right)];
  const divided = op === "/";
  if (a !== null && b !== null)
    return divided && a.dimension === b.dimension ? { dimension: "share", scale: a.scale / b.scale } : null;
  const factor = constantOf(a === null ? left : right);
  const measure = divided && a === null ? null : (a ?? b);
  if (measure === null || factor === null || factor <= 0) return null;
  return { dimension: measure.dimension, scale: divided ? measure.scale * factor : measure.scale / factor };
};

const isConstant = (node: PromqlNode): boolean =>
  constantOf(node) !== null || (node.kind === "call" && node.name === "vector" && node.args.every(isConstant));
