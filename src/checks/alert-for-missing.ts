import { type FailureClassId, failureClasses } from "../dcgm/failure-classes.ts";
import { textAt } from "../kubernetes/json-fields.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import { readExpression } from "../promql/parse-expression.ts";
import { parseDuration } from "../promql/prometheus-duration.ts";
import { nodesIn } from "../promql/syntax.ts";
import { thresholdsIn } from "../promql/threshold.ts";
import type { Resolution } from "../signal/resolve-signals.ts";
import type { RuleEntry } from "../signal/rules/rule-entries.ts";
import type { Check } from "./check.ts";
import { ownAlerts, ruleProblem } from "./own/own-rules.ts";

export const alertForMissing: Check = {
  id: "alert-for-missing",
  title: "An alert on a level has no `for`: one scrape is enough to wake somebody.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const alert of ownAlerts(resolution))
      if (!waits(alert) && isOnLevel(alert, resolution))
        yield ruleProblem(
          alert,
          resolution,
          "it compares a level that goes up and down and has no `for`: one scrape above the threshold is enough to notify, and one missed scrape to resolve",
        );
  },
};

const waits = ({ object, path }: RuleEntry): boolean => {
  const rule = valueAt(object.body, path);
  return ["for", "keep_firing_for"].some((key) => (parseDuration(textAt(rule, [key]) ?? "0") ?? 1) > 0);
};

/**
 * All that it reads are gauges of the exporter (or `up`) at this moment; a window, or an error
 * that stays, needs no waiting.
 */
const isOnLevel = ({ expr }: RuleEntry, { world }: Resolution): boolean => {
  const { root, selectors } = readExpression(expr);
  if (thresholdsIn(root).length === 0 || nodesIn(root).some(({ kind }) => kind === "range")) return false;
  const gauges = new Set(world.exporter.metrics?.filter(({ type }) => type === "gauge").map(({ name }) => name));
  return selectors.every(
    ({ metric }) => metric === "up" || (metric !== null && gauges.has(metric) && !isError(metric)),
  );
};

/** These say that something broke, and do not go back by themselves. */
const isError = (metric: string): boolean =>
  failureClasses.some(({ id, metrics }) => lasting.has(id) && metrics.test(metric));
const lasting: ReadonlySet<FailureClassId> = new Set([
  "xid",
  "uncorrectable-memory",
  "row-remap-failed",
  "row-remap-pending",
  "recovery-action",
  "nvswitch",
]);
