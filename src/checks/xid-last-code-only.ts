import { codeList } from "../dcgm/xid-codes.ts";
import { readExpression } from "../promql/parse-expression.ts";
import { xidAlerts } from "../signal/alerts/xid-alerts.ts";
import type { Check } from "./check.ts";
import { anyLastXid, countedInstead } from "./own/last-xid.ts";
import { xidProblem } from "./problem/xid-problem.ts";

export const xidLastCodeOnly: Check = {
  id: "xid-last-code-only",
  title: "An alert looks for a code in the gauge of the last XID, where the next XID hides it.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const alert of xidAlerts(resolution)) {
      const { entry } = alert.way;
      const isAny = alert.any || alert.codes.length === 0 || anyLastXid(readExpression(entry.expr).root).length > 0;
      if (isAny || alert.reads.has("count")) continue;
      const codes = alert.codes.map(({ code }) => code);
      yield xidProblem(
        alert,
        resolution,
        `it asks the gauge of the last XID for ${codeList(codes)}: whatever XID follows before the next scrape hides the code, as 45 follows most`,
        countedInstead(resolution.world, codes),
      );
    }
  },
};
