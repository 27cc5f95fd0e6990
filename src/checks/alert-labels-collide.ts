import { textAt } from "../kubernetes/json-fields.ts";
import { holdTogether } from "../promql/hold-together.ts";
import { readExpression } from "../promql/parse-expression.ts";
import { ruleSelectionHops } from "../signal/operator/rule-selection.ts";
import { type RuleEntry, ruleEntries, ruleName } from "../signal/rules/rule-entries.ts";
import { namespaceOf } from "../world/namespaces.ts";
import { isOwn, type World } from "../world/world.ts";
import type { Check } from "./check.ts";
import { ruleProblem } from "./own/own-rules.ts";
import { sameLabels, sameRule } from "./own/same-rule.ts";

export const alertLabelsCollide: Check = {
  id: "alert-labels-collide",
  title:
    "Two alerts of one name and with the same labels can fire for the same series: Alertmanager takes them for one.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const { world } = resolution;
    // Who else evaluates rules has external labels of its own.
    if (["Prometheus", "ThanosRuler"].flatMap((kind) => world.ofKind(kind)).length > 1) return;
    const alerts = ruleEntries(world).filter(({ kind, labels }) => kind === "alert" && !hangsOnValues(labels));
    for (const same of Map.groupBy(alerts, ({ name }) => name).values())
      for (const [index, alert] of same.entries())
        for (const other of same.slice(0, index))
          if (collide(alert, other, world)) {
            const [told, twin] = isOwn(alert.object) ? [alert, other] : [other, alert];
            const where = twin.object === told.object ? "the other rule of this name" : ruleName(twin, world);
            yield {
              ...ruleProblem(
                told,
                resolution,
                `it and ${where} (\`${oneLine(twin.expr)}\`) have the same labels and can fire for the same series: Alertmanager takes them for one alert, shows the annotations of whichever came last, and where one resolves it takes the other for resolved, too, until that is sent again`,
              ),
              fix: {
                description: `Give one of them another name, or a label with a value of its own, such as severity`,
                edits: [],
              },
            };
          }
  },
};

const collide = (alert: RuleEntry, other: RuleEntry, world: World): boolean => {
  const bothOwn = isOwn(alert.object) && isOwn(other.object);
  if (!isOwn(alert.object) && !isOwn(other.object)) return false;
  // Two own rules that are alike in everything rule-duplicate tells.
  if (!sameLabels(alert, other) || (bothOwn && sameRule(alert, other))) return false;
  if (isToldApart(alert, other, world) || [alert, other].some((one) => isUnselected(one, world))) return false;
  return holdTogether(readExpression(alert.expr), readExpression(other.expr));
};

/** A value may differ between two rules; a query's answer, too. */
const hangsOnValues = (labels: RuleEntry["labels"]): boolean =>
  Object.values(labels).some((text) => /\{\{.*(?:\$value|\.Value|\bquery\b)/s.test(text));

const isToldApart = (alert: RuleEntry, other: RuleEntry, world: World): boolean =>
  namespaceOf(alert.object, world) !== namespaceOf(other.object, world) &&
  world.ofKind("Prometheus").some(({ body }) => textAt(body, ["spec", "enforcedNamespaceLabel"]) !== null);

const isUnselected = ({ object }: RuleEntry, world: World): boolean =>
  ruleSelectionHops(object, world).some(({ status }) => status === "broken");

const oneLine = (expr: string): string => expr.replaceAll(/\s+/g, " ").trim();
