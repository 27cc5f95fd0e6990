import semver from "semver";
import { type Path, valueAt } from "../../kubernetes/manifest.ts";
import type { RuleError, RuleVerdict } from "../../validate/promtool/rule-verdict.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { HopCheck } from "../path/hop-check.ts";
import { removedSince } from "./operator-history.ts";
import { operatorOf } from "./operator-of.ts";
import { operatorRelease } from "./operator-release.ts";
import { prometheusVersion } from "./refusal.ts";
import { needsLegacyNames, ruleBytes, schemaFault, utf8Names } from "./rule-acceptance-parts.ts";
import type { RuleFault } from "./rule-fault.ts";
import { callFaults, groupingFaults } from "./rule-promql-faults.ts";
import { ruleSelection } from "./rule-selection.ts";
import { choicesOf, nearestOf } from "./selection.ts";
import { unconfigured, whyNotConfigured } from "./unconfigured-prometheus.ts";

/**
 * Everything for which the API server, the webhook, the operator or Prometheus refuses the rule. The Prometheus is the
 * one that selects it, else the one that comes nearest to that.
 */
export const faultsOf = (rule: WorldObject, verdict: RuleVerdict | undefined, world: World): readonly RuleFault[] => {
  const spec = rule.body["spec"];
  const prometheus = nearestOf(choicesOf(rule, ruleSelection, world))?.selecting;
  const schema = schemaFault(spec);
  const bySchema = { by: "schema", check: "kubernetes-schema-invalid" } as const;
  return [
    ...(schema === null ? [] : [{ ...bySchema, ...schema }]),
    ...(verdict?.errors ?? []).flatMap((error) => toldByPromtool(error, rule, prometheus, world)),
    ...sizeFaults(rule, world),
    ...nameFaults(rule, prometheus, world),
    ...unconfiguredFaults(prometheus, world),
    ...(verdict?.errors.every(({ path }) => passesTheOperator(rule, path))
      ? [...callFaults(rule, prometheus, world), ...groupingFaults(rule, world)]
      : []),
  ];
};

const unconfiguredFaults = (prometheus: WorldObject | undefined, world: World): readonly RuleFault[] => {
  const why = prometheus === undefined ? null : whyNotConfigured(prometheus, world);
  return why === null ? [] : [{ by: "reconciliation", path: [], why, check: unconfigured }];
};

/**
 * The operator takes an empty `for` or `interval` for an absent one when it judges the rules, but not when it writes
 * them: `generateRulesConfiguration` in pkg/operator/rules.go of the operator marshals before `ValidateRule` removes
 * them. Prometheus 3.14 then ends at its start with "empty duration string".
 */
const passesTheOperator = (rule: WorldObject, path: Path): boolean =>
  ["for", "interval"].includes(String(path.at(-1))) && valueAt(rule.body, path) === "";

const toldByPromtool = (
  { path, message, about }: RuleError,
  rule: WorldObject,
  prometheus: WorldObject | undefined,
  world: World,
): readonly RuleFault[] => {
  const passes = passesTheOperator(rule, path) || isOnlyTooOld(message, world);
  const by = passes ? "prometheus" : isTakenOut(path, prometheus, world) ? "webhook" : "both";
  // A Prometheus as old as the operator still has the function.
  if (
    isOnlyTooOld(message, world) &&
    prometheus !== undefined &&
    semver.lt(prometheusVersion(prometheus, world), "3.0.0")
  )
    return [];
  return [{ by, path, why: message.replace(/\.$/, ""), check: checkAbout[about] }];
};

/** Whether promtool misses a function that the older PromQL of the operator still has. */
const isOnlyTooOld = (message: string, world: World): boolean => {
  const { promql } = operatorOf(world);
  return Object.entries(removedSince).some(
    ([name, since]) => semver.lt(promql, since) && message.includes(`unknown function with name "${name}"`),
  );
};

const checkAbout = {
  expression: "promql-syntax-error",
  template: "alert-template-invalid",
  field: "rule-field-invalid",
} as const satisfies Readonly<Record<RuleError["about"], HopCheck>>;

/**
 * The operator takes out what the Prometheus is too old for before it judges the rules; the webhook knows no
 * Prometheus and leaves it in.
 */
const isTakenOut = (path: Path, prometheus: WorldObject | undefined, world: World): boolean => {
  if (prometheus?.ref.kind !== "Prometheus") return false;
  const [, , , field, , ofRule] = path;
  const since = field === "rules" ? ruleFieldsSince[String(ofRule)] : groupFieldsSince[String(field)];
  return since !== undefined && semver.lt(prometheusVersion(prometheus, world), since);
};

/** `sanitizePrometheusRulesSpec` in pkg/operator/rules.go of the operator. */
const groupFieldsSince: Readonly<Record<string, string>> = { limit: "2.31.0", query_offset: "2.53.0", labels: "3.0.0" };
const ruleFieldsSince: Readonly<Record<string, string>> = { keep_firing_for: "2.42.0" };

const sizeFaults = (rule: WorldObject, world: World): readonly RuleFault[] => {
  const bytes = ruleBytes(rule.body["spec"]);
  if (bytes <= operatorRelease.maxRuleBytes || isNearLimit(rule)) return [];
  const why = `Its rules take about ${bytes} bytes, and the operator takes ${operatorRelease.maxRuleBytes} in one object`;
  const by = operatorOf(world).does("refuses large rules") ? "both" : "reconciliation";
  return [{ by, path: ["spec"], why, check: "prometheusrule-too-large" }];
};

/** Whether the size is so near the operator's limit that only the operator knows. */
export const isNearLimit = (rule: WorldObject): boolean =>
  Math.abs(ruleBytes(rule.body["spec"]) / operatorRelease.maxRuleBytes - 1) < 0.02;

/**
 * The webhook knows ASCII names only, even where Prometheus takes UTF-8: cmd/operator/main.go of the operator starts it
 * with `model.LegacyValidation`.
 */
const nameFaults = (rule: WorldObject, prometheus: WorldObject | undefined, world: World): readonly RuleFault[] => {
  const legacy =
    !operatorOf(world).does("takes UTF-8 names") ||
    (prometheus?.ref.kind === "Prometheus" && needsLegacyNames(prometheusVersion(prometheus, world)));
  return utf8Names(rule.body["spec"]).map(({ path, name }) => ({
    by: legacy && !isTakenOut(path, prometheus, world) ? "both" : "webhook",
    path,
    why: `"${name}" is no name of ASCII letters, digits and underscores`,
    check: "rule-label-name-invalid",
  }));
};
