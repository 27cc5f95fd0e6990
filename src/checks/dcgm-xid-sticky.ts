import { xidCodes } from "../dcgm/xid-codes.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import type { Check } from "./check.ts";
import { anyLastXid, countedInstead } from "./own/last-xid.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const dcgmXidSticky: Check = {
  id: "dcgm-xid-sticky",
  title: "An alert takes the last XID for an event: it never resolves, and any XID wakes somebody.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const hardware = xidCodes.filter(({ need }) => need === "hardware").map(({ code }) => code);
    for (const used of usedExpressions(resolution)) {
      if (used.kind !== "alert") continue;
      for (const { of, node } of anyLastXid(used.expression.root)) {
        const metric = of.kind === "selector" ? of.selector.metric : null;
        yield expressionProblem(
          used,
          node,
          `${metric} holds the code of the last XID until the exporter restarts: this fires for any XID, an application's own crash included, and never resolves`,
          { fix: { description: countedInstead(resolution.world, hardware), edits: [] } },
        );
      }
    }
  },
};
