import { type FailureClassId, failureClasses } from "../dcgm/failure-classes.ts";
import type { PromqlNode } from "../promql/syntax.ts";
import { thresholdOf, thresholdsIn } from "../promql/threshold.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const promqlCounterWithoutRate: Check = {
  id: "promql-counter-without-rate",
  title: "A counter is compared with a number: sooner or later it is above, and stays there.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const used of usedExpressions(resolution)) {
      if (used.kind !== "alert") continue;
      const isCounter = (metric: string): boolean => resolution.known.typeOf(metric) === "counter";
      const guards = guardsIn(used.expression.root, isCounter);
      for (const { of, node } of thresholdsIn(used.expression.root)) {
        const metric = bareMetric(of);
        if (metric !== null && isCounter(metric) && !isLatching(metric) && !guards.has(node))
          yield expressionProblem(
            used,
            node,
            `${metric} is a counter and only ever rises: once above, it stays there until the exporter restarts; compare what it rose by, e.g. increase(${metric}[1h])`,
          );
      }
    }
  },
};

/**
 * What stands beside a condition that ends by itself, joined by `and`: it says only that there is something to ask of,
 * as `x_count > 0` beside a quantile of x.
 */
const guardsIn = (root: PromqlNode, isCounter: (metric: string) => boolean): ReadonlySet<PromqlNode> => {
  const joined: PromqlNode[] = [];
  const left = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop())
    if (node.kind === "binary" && node.op === "and") left.push(node.left, node.right);
    else joined.push(node);
  const rising = joined.filter((node) => {
    const [threshold] = thresholdOf(node);
    const metric = threshold === undefined ? null : bareMetric(threshold.of);
    return metric !== null && isCounter(metric);
  });
  const ends = joined.some((node) => !rising.includes(node) && thresholdsIn(node).length > 0);
  return new Set(ends ? rising : []);
};

/** The metric whose current value is compared, aggregated or not. */
const bareMetric = (node: PromqlNode): string | null => {
  if (node.kind === "selector") return node.selector.metric;
  const [first] = node.kind === "aggregate" ? node.args : [];
  return first === undefined ? null : bareMetric(first);
};

/** A single such error is reason enough, whenever it was. */
const isLatching = (metric: string): boolean =>
  failureClasses.some(({ id, metrics }) => latching.has(id) && metrics.test(metric)) ||
  /CORRECTABLE_REMAPPED_ROWS|ROW_REMAP|ECC_|RETIRED_|^node_edac_/.test(metric);

const latching: ReadonlySet<FailureClassId> = new Set([
  "uncorrectable-memory",
  "row-remap-failed",
  "row-remap-pending",
]);
