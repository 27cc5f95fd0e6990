import { parseDuration } from "../promql/prometheus-duration.ts";
import { type MetricSelector, type NodeOf, nodesIn, type PromqlNode } from "../promql/syntax.ts";

/** How a synthetic series goes, with a sample a minute. */
export type Behaviour =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "rising"; readonly perSecond: number }
  | { readonly kind: "alternating" }
  | { readonly kind: "absent" };

/** What a selector reads: a series, or the expression that records it. */
export type SeriesSource = Behaviour | { readonly kind: "recorded"; readonly root: PromqlNode };

export interface Model {
  source(selector: MetricSelector): SeriesSource;
  /** Seconds for which the series have been there. */
  readonly elapsed: number;
  /** Filled as it goes: what is recorded once is read by many. */
  readonly recorded: Map<PromqlNode, number | null>;
}

type Value = number | null;
const sampleSeconds = 60;

/** What of an expression the model below does not know, in words; null where it knows all. */
export const notModelled = (root: PromqlNode): string | null => {
  for (const node of nodesIn(root)) {
    if (node.kind === "unclear") return "a part of the expression is not understood";
    if (node.kind === "number" && node.value === null) return "a number of the expression is not understood";
    if (node.kind === "selector" && node.selector.metric === null) return "a selector names no metric";
    if (node.kind === "range" && parseDuration(node.window.split(":")[0] ?? "") === null)
      return `the window ${node.window} is not understood`;
    if (node.kind === "call" && !(node.name in windowed || node.name in simple || node.name === "absent"))
      return `${node.name}() is not simulated`;
    if (node.kind === "aggregate" && !(passing.has(node.name) || node.name in single))
      return `${node.name} is not simulated`;
    if (node.kind === "binary" && (node.filled.left || node.filled.right)) return "fill is not simulated";
  }
  return null;
};

/**
 * The value of an expression over one series of each metric, near enough to find series that are worth a try: promtool
 * has the last word. Null: no series.
 */
export const evaluate = (node: PromqlNode, model: Model): Value => {
  switch (node.kind) {
    case "number":
      return node.value;
    case "selector":
      return valueIn(model.source(node.selector), model);
    case "unary": {
      const value = evaluate(node.of, model);
      return value === null || node.op !== "-" ? value : -value;
    }
    case "aggregate": {
      const value = evaluate(node.args.at(-1) ?? node, model);
      return value === null ? null : (single[node.name] ?? value);
    }
    case "call":
      return ofCall(node, model);
    case "binary":
      return ofBinary(node, model);
    default:
      return null;
  }
};

const valueIn = (source: SeriesSource, model: Model): Value => {
  if (source.kind === "recorded") return recorded(source.root, model);
  if (source.kind === "constant") return source.value;
  if (source.kind === "rising") return source.perSecond * model.elapsed;
  return source.kind === "alternating" ? 1 : null;
};

const recorded = (root: PromqlNode, model: Model): Value => {
  const known = model.recorded.get(root);
  if (known !== undefined) return known;
  // What records itself has nothing at first.
  model.recorded.set(root, null);
  const value = evaluate(root, model);
  model.recorded.set(root, value);
  return value;
};

/** Aggregations that give a single series as it is. */
const passing: ReadonlySet<string> = new Set(["sum", "avg", "min", "max", "topk", "bottomk", "limitk", "quantile"]);
/** What others make of a single series. */
const single: Readonly<Record<string, number>> = { count: 1, group: 1, stddev: 0, stdvar: 0 };

type Simple = (value: number, more: readonly number[]) => number;
const same: Simple = (value) => value;
const simple: Readonly<Record<string, Simple>> = {
  scalar: same,
  vector: same,
  sort: same,
  sort_desc: same,
  label_replace: same,
  label_join: same,
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  round: (value) => Math.round(value),
  sqrt: Math.sqrt,
  sgn: Math.sign,
  clamp_min: (value, [least = value]) => Math.max(value, least),
  clamp_max: (value, [most = value]) => Math.min(value, most),
};

const ofCall = (node: NodeOf<"call">, model: Model): Value => {
  const [first] = node.args;
  if (node.name === "absent") return first !== undefined && evaluate(first, model) === null ? 1 : null;
  const range = node.args.find((arg) => arg.kind === "range");
  if (range?.kind === "range") return ofWindow(node.name, range, model);
  const value = first === undefined ? null : evaluate(first, model);
  if (value === null) return null;
  const more = node.args.slice(1).flatMap((arg) => evaluate(arg, model) ?? []);
  return simple[node.name]?.(value, more) ?? null;
};

const ofWindow = (name: string, range: NodeOf<"range">, model: Model): Value => {
  const seconds = (parseDuration(range.window.split(":")[0] ?? "") ?? 0) / 1000;
  const source = seriesOf(range.of, model);
  if (name === "absent_over_time") return source.kind === "absent" ? 1 : null;
  return source.kind === "absent" ? null : (windowed[name]?.(source, seconds, model.elapsed) ?? null);
};

/** What is recorded, or evaluated in a subquery, is taken as constant. */
const seriesOf = (node: PromqlNode, model: Model): Behaviour => {
  const source = node.kind === "selector" ? model.source(node.selector) : null;
  if (source !== null && source.kind !== "recorded") return source;
  const value = evaluate(node, model);
  return value === null ? { kind: "absent" } : { kind: "constant", value };
};

type Windowed = (series: Behaviour, seconds: number, elapsed: number) => number;
const slope = (series: Behaviour): number => (series.kind === "rising" ? series.perSecond : 0);
const level: Windowed = (series, _, elapsed) =>
  series.kind === "constant" ? series.value : series.kind === "rising" ? series.perSecond * elapsed : 0.5;
const samples: Windowed = (_, seconds) => seconds / sampleSeconds;
const windowed: Readonly<Record<string, Windowed>> = {
  rate: slope,
  irate: slope,
  deriv: slope,
  increase: (series, seconds) => slope(series) * seconds,
  delta: (series, seconds) => slope(series) * seconds,
  idelta: (series) => slope(series) * sampleSeconds,
  avg_over_time: level,
  min_over_time: level,
  max_over_time: level,
  last_over_time: level,
  first_over_time: level,
  quantile_over_time: level,
  sum_over_time: (series, seconds, elapsed) => (level(series, seconds, elapsed) * seconds) / sampleSeconds,
  count_over_time: samples,
  present_over_time: () => 1,
  absent_over_time: () => 1,
  changes: (series, seconds, elapsed) => (series.kind === "constant" ? 0 : samples(series, seconds, elapsed) - 1),
  resets: (series, seconds, elapsed) => (series.kind === "alternating" ? samples(series, seconds, elapsed) / 2 - 1 : 0),
};

const ofBinary = (node: NodeOf<"binary">, model: Model): Value => {
  const [left, right] = [evaluate(node.left, model), evaluate(node.right, model)];
  if (node.op === "or") return left ?? right;
  if (node.op === "unless") return right === null ? left : null;
  if (left === null || right === null) return null;
  if (node.op === "and") return left;
  const compared = compare[node.op]?.(left, right);
  if (compared === undefined) return arithmetic[node.op]?.(left, right) ?? null;
  if (node.bool) return compared ? 1 : 0;
  return compared ? (node.left.kind === "number" ? right : left) : null;
};

const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
};

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "^": (a, b) => a ** b,
};
