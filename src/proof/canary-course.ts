import { readExpression } from "../promql/parse-expression.ts";
import { comparisons, type MetricSelector, nodesIn, type PromqlNode } from "../promql/syntax.ts";
import { type Canary, type CanarySeries, maySelect } from "./alert-canaries.ts";

/** A number that an expression compares a series with, as `DCGM_FI_DEV_GPU_TEMP > 85` does. */
export interface Limit {
  /** As if the series stood on the left, e.g. `>`. */
  readonly op: string;
  readonly value: number;
}

/** A series that was made for an alert: its samples, one a minute, and what they are compared with. */
export interface CourseSeries {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly behaviour: CanarySeries["behaviour"];
  readonly limits: readonly Limit[];
}

/** How an alert came to fire on the series made for it. */
export interface CanaryCourse {
  /** From the first sample to the last evaluation. */
  readonly minutes: number;
  /** The minute of the evaluation since which it fires. */
  readonly firesAt: number;
  readonly series: readonly CourseSeries[];
}

/** The course of a canary whose alert has been firing at that many evaluations when it ends. */
export const courseOf = ({ series, rules, minutes }: Canary, evaluations: number): CanaryCourse => {
  const compared = rules.flatMap(({ expr }) => (typeof expr === "string" ? comparedIn(readExpression(expr).root) : []));
  return {
    minutes,
    firesAt: minutes - evaluations + 1,
    series: series.map((one) => ({
      metric: one.metric,
      labels: Object.fromEntries(one.labels),
      behaviour: one.behaviour,
      limits: compared.flatMap(({ selector, limit }) => (maySelect(selector, one) ? [limit] : [])),
    })),
  };
};

interface Compared {
  readonly selector: MetricSelector;
  readonly limit: Limit;
}

const comparedIn = (root: PromqlNode): readonly Compared[] =>
  [...nodesIn(root)].flatMap((node): readonly Compared[] => {
    if (node.kind !== "binary" || !comparisons.includes(node.op)) return [];
    const [left, right] = [levelOf(node.left), levelOf(node.right)];
    if (left !== null && node.right.kind === "number" && node.right.value !== null)
      return [{ selector: left, limit: { op: node.op, value: node.right.value } }];
    if (right !== null && node.left.kind === "number" && node.left.value !== null)
      return [{ selector: right, limit: { op: mirrored[node.op] ?? node.op, value: node.left.value } }];
    return [];
  });

const mirrored: Readonly<Record<string, string>> = { ">": "<", "<": ">", ">=": "<=", "<=": ">=" };

/** Functions that give a single series that stays as it is the value it has. */
const keepsLevel: ReadonlySet<string> = new Set([
  ...["sum", "avg", "min", "max", "topk", "bottomk"],
  ...["avg_over_time", "min_over_time", "max_over_time", "last_over_time"],
]);

/** The selector whose values a part of an expression has; null where they are others. */
const levelOf = (node: PromqlNode): MetricSelector | null => {
  if (node.kind === "selector") return node.selector;
  if (node.kind === "range") return node.subquery ? null : levelOf(node.of);
  if (node.kind === "aggregate" || node.kind === "call") {
    const last = node.args.at(-1);
    return keepsLevel.has(node.name) && last !== undefined ? levelOf(last) : null;
  }
  return null;
};
