import { codeList } from "../dcgm/xid-codes.ts";
import { xidAlerts } from "../signal/alerts/xid-alerts.ts";
import { xidTiers } from "../signal/alerts/xid-tiers.ts";
import type { Check } from "./check.ts";
import { pagingOption } from "./own/paging-option.ts";
import { xidProblem } from "./problem/xid-problem.ts";

export const xidCodeInTwoTiers: Check = {
  id: "xid-code-in-two-tiers",
  title: "Two alerts tell of the same XID, one that pages and one that does not.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  options: {
    severities: pagingOption,
  },
  *find({ resolution }, options) {
    const tiers = xidTiers(xidAlerts(resolution), options.list("severities"));
    for (const [quiet, pairs] of Map.groupBy(tiers, (pair) => pair.quiet)) {
      const codes = codeList(pairs.flatMap((pair) => pair.codes.map(({ code }) => code)));
      const others = pairs.map(({ loud }) => `${loud.way.entry.name} (severity ${loud.severity ?? "unknown"})`);
      yield xidProblem(
        quiet,
        resolution,
        `it tells of ${codes} with severity ${quiet.severity}, and so does ${others.join(", ")}: one event notifies twice, and says twice how bad it is`,
        "Keep each code in one of them, or have the one mute the other by an inhibition rule.",
      );
    }
  },
};
