import { nameOf } from "../../core/finding.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { promotedSince } from "./operator-history.ts";
import { operatorOf } from "./operator-of.ts";
import { minorOf } from "./operator-release.ts";
import { isLegacyLabelName } from "./refusal.ts";
import { experimentalCalls, rulesIn } from "./rule-acceptance-parts.ts";
import type { RuleFault } from "./rule-fault.ts";

/**
 * The webhook is told of no feature flag, nor is the rest of an older operator, and the operator's parser is that of
 * the Prometheus which it was built with.
 */
export const callFaults = (
  rule: WorldObject,
  prometheus: WorldObject | undefined,
  world: World,
): readonly RuleFault[] => {
  const features = valueAt(prometheus?.body, ["spec", "enableFeatures"]);
  const enabled = Array.isArray(features) && features.includes("promql-experimental-functions");
  const enforced = typeof valueAt(prometheus?.body, ["spec", "enforcedNamespaceLabel"]) === "string";
  const operator = operatorOf(world);
  return experimentalCalls(rule.body["spec"])
    .filter(({ name }) =>
      operator.isKnown ? operator.isExperimental(name) || operator.lacks(name) : !(name in promotedSince),
    )
    .map(({ path, name }) => {
      const lacking = operator.isKnown && operator.lacks(name);
      const alone = enabled && !enforced && !lacking && operator.does("knows the features of the Prometheus");
      const who = prometheus === undefined ? "a Prometheus" : nameOf(prometheus.ref);
      const why = alone
        ? `${name}() is experimental: ${who} has it switched on, and the operator's webhook has not`
        : `${name}() is ${lacking ? "unknown to" : "experimental for"} the operator, whose PromQL is that of Prometheus ${minorOf(operator.promql)}`;
      return { by: alone ? "webhook" : "both", path, why, check: "promql-experimental-function" };
    });
};

/**
 * Labels in quotes among those that an expression groups by or matches on: the oldest PromQL has none there, and that
 * of an operator without UTF-8 names takes no others in quotes.
 */
export const groupingFaults = (rule: WorldObject, world: World): readonly RuleFault[] => {
  const operator = operatorOf(world);
  if (operator.does("takes UTF-8 names")) return [];
  const quotes = operator.does("takes groupings in quotes");
  return rulesIn(rule.body["spec"]).flatMap(({ path, rule: { expr } }) =>
    typeof expr !== "string"
      ? []
      : readExpression(expr)
          .labelUses.filter(({ where, from }) => where !== "matcher" && /["'`]/.test(expr.charAt(from)))
          .filter(({ name }) => !quotes || !isLegacyLabelName(name))
          .map(({ name }) => ({
            by: "both",
            path: [...path, "expr"],
            why: `"${name}" in quotes is no label to group by for the operator, whose PromQL is that of Prometheus ${minorOf(operator.promql)}`,
            check: quotes ? "rule-label-name-invalid" : "promql-syntax-error",
          })),
  );
};
