import { type Json, valueAt } from "../kubernetes/manifest.ts";
import { parseDuration } from "../promql/prometheus-duration.ts";
import type { Check } from "./check.ts";
import { ownRuleGroups } from "./own/own-rules.ts";

/**
 * Prometheus' default `query.lookback-delta`: older samples count as gone.
 * https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness
 */
const lookbackMs = 5 * 60_000;

export const ruleGroupIntervalTooLong: Check = {
  id: "rule-group-interval-too-long",
  title: "A group of rules is evaluated so seldom that its series go stale in between.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const { object, path, group, subject } of ownRuleGroups(resolution)) {
      const interval = valueAt(group, ["interval"]);
      if (!isTooLong(interval)) continue;
      const at = object.locate([...path, "interval"]);
      yield {
        message: `${subject}: it is evaluated every ${interval}, and after 5m Prometheus takes a recorded sample for gone: between two evaluations the results are not there`,
        resource: object.ref,
        ...(at === null ? {} : { at }),
      };
    }
  },
};

const isTooLong = (interval: Json | undefined): interval is string =>
  typeof interval === "string" && (parseDuration(interval) ?? 0) > lookbackMs;
