import { comparisons, nodesIn, type PromqlNode } from "../promql/syntax.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import type { UsedExpression } from "../signal/series/used-expression.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const alertNoComparison: Check = {
  id: "alert-no-comparison",
  title: "An alert compares nothing: it fires as long as the series is there, whatever its value.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const used of usedExpressions(resolution))
      if (used.kind === "alert" && firesOnExistence(used))
        yield expressionProblem(
          used,
          used.expression.root,
          "its expression compares nothing: it fires as long as the series is there, whatever the value",
        );
  },
};

const firesOnExistence = ({ expression }: UsedExpression): boolean => {
  const { root, selectors, complete, type } = expression;
  // A watchdog such as vector(1) reads no metric, and fires on purpose.
  if (!complete || type === "matrix" || selectors.length === 0 || nodesIn(root).some(isFilter)) return false;
  return selectors.every(
    ({ metric, matchers }) =>
      metric !== null && !tellsByExisting(metric) && matchers.every(({ name }) => identity.has(name)),
  );
};

const isFilter = (node: PromqlNode): boolean => {
  if (node.kind === "binary")
    return (comparisons.includes(node.op) && !node.bool) || ["and", "unless"].includes(node.op);
  return node.kind === "call" && node.name.startsWith("absent");
};

/**
 * A matcher on any other label may ask for a state: `flux_resource_info{ready!="True"}` is there only while it holds.
 */
const identity: ReadonlySet<string> = new Set([
  ...["job", "namespace", "instance", "service", "endpoint", "pod", "container", "cluster", "node"],
  ...["gpu", "UUID", "device", "hostname", "Hostname", "modelName"],
]);

/** Firing alerts exist as ALERTS; what a rule records may have been compared there. */
const tellsByExisting = (metric: string): boolean => metric.startsWith("ALERTS") || metric.includes(":");
