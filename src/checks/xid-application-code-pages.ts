import { codeList, type XidCode, xidCodes } from "../dcgm/xid-codes.ts";
import { readExpression } from "../promql/parse-expression.ts";
import { pagesFor } from "../signal/alerts/paging.ts";
import { type XidAlert, xidAlerts } from "../signal/alerts/xid-alerts.ts";
import type { Check } from "./check.ts";
import { anyLastXid } from "./own/last-xid.ts";
import { pagingOption } from "./own/paging-option.ts";
import { xidProblem } from "./problem/xid-problem.ts";

export const xidApplicationCodePages: Check = {
  id: "xid-application-code-pages",
  title: "An alert pages for XIDs that ask for a restart of the application, or for nothing.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  options: {
    severities: pagingOption,
  },
  *find({ resolution }, options) {
    for (const alert of xidAlerts(resolution)) {
      // One that takes any last XID is told of that.
      if (anyLastXid(readExpression(alert.way.entry.expr).root).length > 0) continue;
      const paged = alert.codes.filter(
        ({ code, need }) => need === "application" && pagesFor(alert, code, options.list("severities")) === "yes",
      );
      if (paged.length > 0) yield xidProblem(alert, resolution, why(alert, paged), repair);
    }
  },
};

const repair = "Leave them out, or give them to an alert whose severity wakes nobody.";

const why = ({ any }: XidAlert, paged: readonly XidCode[]): string => {
  if (any)
    return `it pages for any XID, and NVIDIA answers ${paged.length} of ${xidCodes.length} codes with a restart of the application or with nothing`;
  const answered = [
    ["RESTART_APP", "a restart of the application"],
    ["IGNORE", "nothing"],
  ].flatMap(([action, answer]) => {
    const codes = paged.filter((one) => one.action === action).map(({ code }) => code);
    return codes.length === 0 ? [] : [`${codeList(codes)}, which NVIDIA answers with ${answer}`];
  });
  return `it pages for ${answered.join("; and for ")}`;
};
