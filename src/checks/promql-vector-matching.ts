import { type LabelShape, valuesIn } from "../promql/label-shape.ts";
import { resultLabels } from "../promql/result-labels.ts";
import { resultType } from "../promql/result-type.ts";
import { setsLabel } from "../promql/sets-label.ts";
import {
  comparisons,
  type MetricSelector,
  type NodeOf,
  nodesIn,
  type PromqlNode,
  setOperators,
} from "../promql/syntax.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import { isVariable } from "../signal/dashboards/grafana-variables.ts";
import type { Resolution } from "../signal/resolve-signals.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";
import { severalGpus } from "./problem/several-gpus.ts";

export const promqlVectorMatching: Check = {
  id: "promql-vector-matching",
  title:
    "The two sides of an operator never have the same labels, are the same series, or match several GPUs with one.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const own = ownLabels(resolution);
    for (const used of usedExpressions(resolution)) {
      if (!used.expression.complete) continue;
      for (const node of nodesIn(used.expression.root)) {
        if (node.kind !== "binary" || !joins(node)) continue;
        // What `@` pins is another moment.
        const same = used.expression.text.includes("@") ? null : sameSeries(node);
        const found =
          same === null
            ? (neverMeet(node, resolution, own) ?? severalGpus(node, resolution))
            : { why: same, advice: sumTheWhole };
        if (found !== null)
          yield expressionProblem(used, node, found.why, { fix: { description: found.advice, edits: [] } });
      }
    }
  },
};

const sumTheWhole = "Sum the side that is meant as the whole, and match with `on` or `ignoring`.";

/** `or` joins nothing, and a number has no labels; `fill` stands in for what does not match. */
const joins = ({ op, left, right, filled }: NodeOf<"binary">): boolean =>
  op !== "or" &&
  op !== "unless" &&
  !filled.left &&
  !filled.right &&
  [left, right].every((side) => resultType(side) === "vector");

/** `x{a="1"} / x` divides each series by itself. */
const sameSeries = ({ op, left, right, matching }: NodeOf<"binary">): string | null => {
  if (matching !== null || setOperators.includes(op)) return null;
  const [a, b] = [chainOf(left), chainOf(right)];
  if (a === null || b === null || a.around !== b.around) return null;
  const [narrow, wide] = a.matchers.size >= b.matchers.size ? [a, b] : [b, a];
  if (![...wide.matchers].every((matcher) => narrow.matchers.has(matcher))) return null;
  const outcome = comparisons.includes(op)
    ? "compares each series with itself"
    : `is ${values[op] ?? "the same"} always`;
  return `both sides are the same series, each matched with itself, so that it ${outcome}`;
};

const values: Readonly<Record<string, string>> = { "/": "1", "-": "0", "%": "0" };

/** A selector and the functions around it, where they keep the labels. */
const chainOf = (node: PromqlNode): { readonly around: string; readonly matchers: ReadonlySet<string> } | null => {
  if (node.kind === "selector") return ofSelector(node.selector);
  if (node.kind === "range") {
    const inner = chainOf(node.of);
    return inner === null ? null : { ...inner, around: `${inner.around}[${node.window}]` };
  }
  const [arg, ...others] = node.kind === "call" ? node.args : [];
  if (node.kind !== "call" || arg === undefined || others.length > 0) return null;
  const inner = chainOf(arg);
  return inner === null ? null : { ...inner, around: `${node.name}(${inner.around})` };
};

const ofSelector = ({ metric, matchers, offset }: MetricSelector): ReturnType<typeof chainOf> =>
  metric === null || isVariable(metric)
    ? null
    : {
        around: `${metric} offset ${offset ?? "0"}`,
        matchers: new Set(matchers.map(({ name, op, value }) => `${name}${op}${JSON.stringify(value)}`)),
      };

/** What keeps all series of the two sides apart, told of the first such label. */
const neverMeet = (
  node: NodeOf<"binary">,
  { known }: Resolution,
  own: OwnLabels,
): { why: string; advice: string } | null => {
  const { left, right, matching } = node;
  const [a, b] = [resultLabels(left, known.shapeOf), resultLabels(right, known.shapeOf)];
  const names = matching?.on === true ? matching.labels : [...new Set([...a.labels.keys(), ...b.labels.keys()])];
  const ignored = matching?.on === false ? matching.labels : [];
  const certain = new Set([...always, ...own(left), ...own(right)]);
  const apart = names.find((name) => name !== "__name__" && !ignored.includes(name) && isApart(name, a, b, certain));
  if (apart === undefined) return null;
  const lacking = [a, b].findIndex((shape) => lacks(shape, apart));
  const advice = adviceOn(node, a, b, certain);
  return lacking === -1
    ? { why: `no series of the two sides have the same ${apart}: it never yields anything`, advice }
    : {
        why: `the ${lacking === 0 ? "left" : "right"} side has no label ${apart}, and the other has: no series of the two match, and it never yields anything`,
        advice,
      };
};

const lacks = (shape: LabelShape, name: string): boolean =>
  valuesIn(shape, name)?.every((value) => value === "") === true;

/** To match without the labels that keep the sides apart, in the fewer words. */
const adviceOn = (
  { op, matching }: NodeOf<"binary">,
  a: LabelShape,
  b: LabelShape,
  certain: ReadonlySet<string>,
): string => {
  const alike = "aggregate both sides by the same labels";
  const all = new Set([...a.labels.keys(), ...b.labels.keys(), ...(matching?.labels ?? [])]);
  all.delete("__name__");
  const lacking = [a, b].map((shape, side) =>
    [...all].some((name) => lacks(shape, name) && !lacks(side ? a : b, name)),
  );
  const unlike = [...all].filter((name) => lacks(a, name) !== lacks(b, name) || isApart(name, a, b, certain));
  const given = (matching?.labels ?? []).filter((name) => !unlike.includes(name));
  const common = [...all].filter((name) => !unlike.includes(name) && !lacks(a, name));
  const on = matching?.on === true ? given : common;
  if (lacking.every(Boolean) || (matching?.on === true && on.length === 0))
    return `Match by labels that both sides have, or ${alike}.`;
  const shorter = matching?.on === true || (on.length > 0 && on.length < unlike.length && !a.open && !b.open);
  const ignored = matching?.on === false ? [...given, ...unlike] : unlike;
  const words = shorter ? `on (${on.join(", ")})` : `ignoring (${ignored.join(", ")})`;
  // The side with more labels has several series for each of the other.
  const single = setOperators.includes(op) || !lacking.includes(true) || (matching?.many ?? null) !== null;
  return `Match with \`${words}${single ? "" : ` ${lacking[0] ? "group_right" : "group_left"} ()`}\`, or ${alike}.`;
};

/** `certain`: labels that a series has where it can have them. */
const isApart = (name: string, a: LabelShape, b: LabelShape, certain: ReadonlySet<string>): boolean => {
  const [left, right] = [valuesIn(a, name), valuesIn(b, name)];
  // A selector whose matcher no series meets yields nothing by itself: that is told of it, not of the two sides.
  if (left?.length === 0 || right?.length === 0) return false;
  if (left !== null && right !== null) return !left.some((value) => right.includes(value));
  const [some, any] = left === null ? [right, left] : [left, right];
  return any === null && some !== null && some.every((value) => value === "") && certain.has(name);
};

/** Labels that every series of a GPU has. */
const always: ReadonlySet<string> = new Set(["gpu", "UUID", "device", "modelName", "job", "instance"]);

type OwnLabels = (side: PromqlNode) => readonly string[];

/** Labels that every series of one side has: all metrics that it reads have them, and no others of the exporter. */
const ownLabels = ({ world }: Resolution): OwnLabels => {
  const own = new Map((world.exporter.metrics ?? []).map(({ name, labels }) => [name, labels ?? []]));
  return (side) => {
    const nodes = [...nodesIn(side)];
    if (nodes.some(setsLabel)) return [];
    const [first = [], ...rest] = nodes.flatMap((node) =>
      node.kind === "selector" ? [own.get(node.selector.metric ?? "") ?? []] : [],
    );
    return first.filter((name) => rest.every((labels) => labels.includes(name)));
  };
};
