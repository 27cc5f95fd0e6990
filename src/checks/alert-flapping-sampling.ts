import { nodesIn } from "../promql/syntax.ts";
import { usedExpressions } from "../signal/used-expression.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./expression-problem.ts";

export const alertFlappingSampling: Check = {
  id: "alert-flapping-sampling",
  title: "An alert takes the largest or smallest few: which ones changes from evaluation to evaluation.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const used of usedExpressions(resolution)) {
      if (used.kind !== "alert") continue;
      const node = nodesIn(used.expression.root).find((one) => one.kind === "aggregate" && sampling.has(one.name));
      if (node?.kind === "aggregate")
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
