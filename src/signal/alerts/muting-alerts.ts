import { canYield } from "../../promql/can-yield.ts";
import { accepts } from "../../promql/matcher.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { ruleSelectionHops } from "../operator/rule-selection.ts";
import { type RuleEntry, ruleEntries } from "../rules/rule-entries.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import type { Muting } from "./alert-inhibition.ts";
import { alertLabels } from "./alert-labels.ts";

/** The alerts of the world that fire all the time, or with those they mute, like the chart's InfoInhibitor. */
export const mutingAlerts = (known: KnownMetrics, prometheus: WorldObject | null, world: World): readonly Muting[] =>
  ruleEntries(world).flatMap((entry) => {
    if (entry.kind !== "alert") return [];
    const whenever = whenFiring(entry, known);
    if (whenever === null || ruleSelectionHops(entry.object, world).some(({ status }) => status === "broken"))
      return [];
    const labels = alertLabels(entry, readExpression(entry.expr), known, prometheus, world);
    return [{ name: entry.name, labels, whenever }];
  });

/** E.g. `vector(1)` of the Watchdog. */
const constant = /^(?:vector\(\s*)?[1-9][0-9]*(?:\s*\))?$/;

/**
 * What an expression holds that is looked at below, as it is or behind an escape; reading those of all the chart's
 * rules takes 40 ms, and few of them hold it.
 */
const mayMute = /alerts|absent|\\/i;

const whenFiring = ({ expr }: RuleEntry, known: KnownMetrics): Muting["whenever"] | null => {
  const isConstant = constant.test(expr.trim());
  if (!isConstant && !mayMute.test(expr)) return null;
  const { root, selectors } = readExpression(expr);
  if (selectors.length === 0) return isConstant ? "always" : null;
  const [first] = selectors;
  const readsInfo =
    root.kind === "binary" &&
    root.op === "unless" &&
    first?.metric === "ALERTS" &&
    first.matchers.some(({ name, op, value }) => name === "severity" && accepts({ op, value }, "info") === true);
  if (readsInfo) return "with-target";
  const only = root.kind === "call" && (root.name === "absent" || root.name === "absent_over_time");
  return only && canYield(root, known.exists).alwaysAbsent.length > 0 ? "always" : null;
};
