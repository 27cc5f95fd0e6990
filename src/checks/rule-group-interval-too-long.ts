import { type Json, valueAt } from "../kubernetes/manifest.ts";
import { parseDuration } from "../promql/prometheus-duration.ts";
import { lookbackOf } from "../signal/operator/lookback.ts";
import { evaluatorOf } from "../signal/operator/monitor-selection.ts";
import type { Check } from "./check.ts";
import { ownRuleGroups } from "./own/own-rules.ts";

export const ruleGroupIntervalTooLong: Check = {
  id: "rule-group-interval-too-long",
  title: "A group of rules is evaluated so seldom that its series go stale in between.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const { object, path, group, subject } of ownRuleGroups(resolution)) {
      const interval = valueAt(group, ["interval"]);
      const lookback = lookbackOf(evaluatorOf(object, resolution.world));
      if (lookback === null || !isLonger(interval, lookback.ms)) continue;
      const at = object.locate([...path, "interval"]);
      yield {
        message: `${subject}: it is evaluated every ${interval}, and after ${lookback.text} Prometheus takes a recorded sample for gone: between two evaluations the results are not there`,
        resource: object.ref,
        ...(at === null ? {} : { at }),
      };
    }
  },
};

const isLonger = (interval: Json | undefined, ms: number): interval is string =>
  typeof interval === "string" && (parseDuration(interval) ?? 0) > ms;
