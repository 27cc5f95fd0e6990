import { type LabelShape, valuesIn } from "../promql/label-shape.ts";
import { resultLabels } from "../promql/result-labels.ts";
import { resultType } from "../promql/result-type.ts";
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
import type { KnownMetrics } from "../signal/series/metric-facts.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const promqlVectorMatching: Check = {
  id: "promql-vector-matching",
  title: "The two sides of an operator never have the same labels, or are the same series.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const { known } = resolution;
    for (const used of usedExpressions(resolution)) {
      if (!used.expression.complete) continue;
      for (const node of nodesIn(used.expression.root)) {
        if (node.kind !== "binary" || !joins(node)) continue;
        // What `@` pins is another moment.
        const same = used.expression.text.includes("@") ? null : sameSeries(node);
        const why = same ?? neverMeet(node, known);
        if (why === null) continue;
        const description = same === null ? matchAlike : sumTheWhole;
        yield expressionProblem(used, node, why, { fix: { description, edits: [] } });
      }
    }
  },
};

const matchAlike =
  "Match by labels that both sides have, e.g. `on (hostname)`, or aggregate both sides by the same ones.";
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

/** The first label that keeps all series of the two sides apart. */
const neverMeet = ({ left, right, matching }: NodeOf<"binary">, known: KnownMetrics): string | null => {
  const shapes = [left, right].map((side) => resultLabels(side, known.shapeOf));
  const [a, b] = shapes;
  if (a === undefined || b === undefined) return null;
  const names = matching?.on === true ? matching.labels : [...new Set([...a.labels.keys(), ...b.labels.keys()])];
  const ignored = matching?.on === false ? matching.labels : [];
  const apart = names.find((name) => name !== "__name__" && !ignored.includes(name) && isApart(name, a, b));
  if (apart === undefined) return null;
  const lacking = [a, b].findIndex((shape) => valuesIn(shape, apart)?.every((value) => value === "") === true);
  return lacking === -1
    ? `no series of the two sides have the same ${apart}: it never yields anything`
    : `the ${lacking === 0 ? "left" : "right"} side has no label ${apart}, and the other has: no series of the two match, and it never yields anything`;
};

const isApart = (name: string, a: LabelShape, b: LabelShape): boolean => {
  const [left, right] = [valuesIn(a, name), valuesIn(b, name)];
  if (left !== null && right !== null) return !left.some((value) => right.includes(value));
  const [some, any] = left === null ? [right, left] : [left, right];
  return any === null && some !== null && some.every((value) => value === "") && always.has(name);
};

/** Labels that every series of a GPU has. */
const always: ReadonlySet<string> = new Set(["gpu", "UUID", "device", "modelName", "job", "instance"]);
