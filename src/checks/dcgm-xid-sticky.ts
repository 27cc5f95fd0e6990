import { failureClasses } from "../dcgm/failure-classes.ts";
import { thresholdsIn } from "../promql/threshold.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const dcgmXidSticky: Check = {
  id: "dcgm-xid-sticky",
  title: "An alert takes the last XID for an event: it never resolves, and any XID wakes somebody.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const names = failureClasses.find(({ id }) => id === "xid")?.metrics;
    for (const used of usedExpressions(resolution)) {
      if (used.kind !== "alert") continue;
      for (const { of, op, value, node } of thresholdsIn(used.expression.root)) {
        const metric = of.kind === "selector" ? of.selector.metric : null;
        // The exporter's own DCGM_EXP_ metrics count, and go back.
        if (metric?.startsWith("DCGM_FI_") !== true || names?.test(metric) !== true || !takesAny(op, value)) continue;
        yield expressionProblem(
          used,
          node,
          `${metric} holds the code of the last XID until the exporter restarts: this fires for any XID, an application's own crash included, and never resolves`,
          {
            fix: {
              description: `Name the codes that call for action, e.g. ${metric} == 79, or look for a change: changes(${metric}[10m]) > 0.`,
              edits: [],
            },
          },
        );
      }
    }
  },
};

/** XIDs count from 1. */
const takesAny = (op: string, value: number): boolean =>
  (op === ">" && value < 1) || (op === ">=" && value <= 1) || (op === "!=" && value === 0);
