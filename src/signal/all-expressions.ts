import { once } from "../core/once.ts";
import { readExpression } from "../promql/parse-expression.ts";
import { isOwn, type World } from "../world/world.ts";
import { dashboardExpressions } from "./dashboards/dashboard-expressions.ts";
import type { Resolution } from "./resolve-signals.ts";
import { editsInExpression, placeInExpression } from "./rules/expression-place.ts";
import { type RuleEntry, ruleEntries, ruleName } from "./rules/rule-entries.ts";
import type { UsedExpression } from "./series/used-expression.ts";

/**
 * Every expression of base and overlays: of rules in the order of the objects, then of dashboards that Grafana gets.
 */
export const usedExpressions = once(({ world, dashboards }: Resolution): readonly UsedExpression[] => {
  const rules = ruleEntries(world)
    .filter(({ object }) => isOwn(object))
    .map((entry) => ofRule(entry, world));
  return [...rules, ...dashboards.files.filter(({ own }) => own).flatMap(dashboardExpressions)];
});

const ofRule = (entry: RuleEntry, world: World): UsedExpression => ({
  kind: entry.kind,
  subject: ruleName(entry, world),
  resource: entry.object.ref,
  expression: readExpression(entry.expr),
  rule: entry,
  at: (span) => placeInExpression(entry, span, world).at ?? undefined,
  edits: (changes) => editsInExpression(entry, changes, world),
});
