import { canHold } from "../promql/can-hold.ts";
import { readExpression } from "../promql/parse-expression.ts";
import type { Check } from "./check.ts";
import { ruleProblem } from "./own/own-rules.ts";

export const alertCannotFire: Check = {
  id: "alert-cannot-fire",
  title: "An alert's expression contradicts itself: no values of its metrics can make it fire.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const { entry, path } of resolution.alerts) {
      const { complete, root } = readExpression(entry.expr);
      // What is not there at all is told as that.
      const missing = path.hops.some(({ hop, status }) => hop === "metrics-are-exported" && status === "broken");
      if (!complete || missing || canHold(root, entry.expr)) continue;
      const why =
        "no values of its metrics meet all its conditions, so that it can never fire. Look at the bounds that exclude each other";
      yield ruleProblem(entry, resolution, why, ["expr"]);
    }
  },
};
