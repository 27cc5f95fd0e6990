import { comparisons, type NodeOf, type PromqlNode } from "../promql/syntax.ts";
import { constantOf } from "../promql/threshold.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const alertFlappingSampling: Check = {
  id: "alert-flapping-sampling",
  title: "An alert takes the largest or smallest few: which ones changes from evaluation to evaluation.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const used of usedExpressions(resolution)) {
      if (used.kind !== "alert") continue;
      const node = sampledBy(used.expression.root);
      if (node !== null)
        yield expressionProblem(
          used,
          node,
          `which series ${node.name}() returns changes from one evaluation to the next: the alert resolves and fires again, and \`for\` starts anew each time`,
        );
    }
  },
};

/** https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators */
const sampling: ReadonlySet<string> = new Set(["topk", "bottomk", "limitk", "limit_ratio"]);

/**
 * The sampling that decides which series the alert has; one that only picks the other side of a join
 * (`* on (pod) group_left topk(1, …)`) does not.
 */
const sampledBy = (node: PromqlNode): NodeOf<"aggregate"> | null => {
  if (node.kind === "aggregate") return sampling.has(node.name) ? node : null;
  if (node.kind !== "binary") return null;
  const compared = comparisons.includes(node.op) && constantOf(node.left) !== null ? node.right : node.left;
  return comparisons.includes(node.op) || ["and", "unless"].includes(node.op) ? sampledBy(compared) : null;
};
