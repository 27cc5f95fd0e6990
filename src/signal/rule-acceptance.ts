import { nameOf } from "../finding.ts";
import { type Path, valueAt } from "../manifest.ts";
import type { RuleError, RuleVerdict } from "../validate/rule-verdict.ts";
import { operatorFlags } from "./operator-flags.ts";
import { prometheusVersion } from "./refusal.ts";
import {
  experimentalCalls,
  maxRuleBytes,
  needsLegacyNames,
  promotedCall,
  ruleBytes,
  schemaFault,
  utf8Names,
} from "./rule-acceptance-parts.ts";
import { ruleSelection } from "./rule-selection.ts";
import { type RuleWebhook, ruleWebhook } from "./rule-webhook.ts";
import { choicesOf, nearestOf } from "./selection.ts";
import type { Hop } from "./signal-path.ts";
import type { World, WorldObject } from "./world.ts";

/**
 * What becomes of a PrometheusRule that is applied; a refusal always is one of the whole object. `breaks-prometheus`: the operator writes it, and Prometheus takes none of its
 * rule files any more.
 */
export type RuleOutcome = "loaded" | "rejected-at-apply" | "silently-dropped" | "breaks-prometheus";

/** Why a PrometheusRule is refused, and by whom. */
interface RuleFault {
  /** `schema`: the API server, always; `both`: webhook and operator; `webhook`, `operator` or `prometheus`: only that one. */
  readonly by: "schema" | "both" | "webhook" | "operator" | "prometheus";
  readonly path: Path;
  readonly why: string;
  readonly check: string;
}

/**
 * What becomes of the rule when it is applied, with the admission webhook answering or not; without `answers` it is taken to answer where the render has its
 * Service. Undefined where promtool did not judge the rule, or its size is too near the limit to tell.
 */
export const ruleOutcome = (
  rule: WorldObject,
  verdict: RuleVerdict | undefined,
  world: World,
  answers?: boolean,
): RuleOutcome | undefined => {
  const faults = faultsOf(rule, verdict, world);
  const webhook = ruleWebhook(rule, world);
  const reached = webhook.state !== "none" && (answers ?? webhook.state === "reachable");
  if (webhook.state !== "none" && !reached && webhook.failurePolicy === "Fail") return "rejected-at-apply";
  if (faults.some(({ by }) => by === "schema" || (reached && (by === "both" || by === "webhook"))))
    return "rejected-at-apply";
  if (faults.some(({ by }) => by === "both" || by === "operator")) return "silently-dropped";
  if (faults.some(({ by }) => by === "prometheus")) return "breaks-prometheus";
  return verdict === undefined || isNearLimit(rule) ? undefined : "loaded";
};

/** Whether the operator writes the PrometheusRule into a rule file: all of its rules, or none. */
export const ruleAcceptanceHop = (rule: WorldObject, verdict: RuleVerdict | undefined, world: World): Hop => {
  const hop = "operator-accepts-rule";
  const outcome = ruleOutcome(rule, verdict, world);
  if (outcome === undefined)
    return {
      hop,
      status: "unknown",
      why:
        verdict === undefined
          ? "promtool did not judge its rules."
          : `Its rules take about ${ruleBytes(rule.body["spec"])} bytes, too near the operator's limit of ${maxRuleBytes} to tell.`,
    };
  if (outcome === "loaded") {
    const at = rule.locate(["spec"]);
    return {
      hop,
      status: "ok",
      why: "promtool and the operator accept all of its rules.",
      ...(at === null ? {} : { at }),
    };
  }
  return brokenHop(rule, outcome, faultsOf(rule, verdict, world), ruleWebhook(rule, world));
};

const brokenHop = (
  rule: WorldObject,
  outcome: RuleOutcome,
  faults: readonly RuleFault[],
  webhook: RuleWebhook,
): Hop => {
  const hop = "operator-accepts-rule";
  const [first] = [...faults].sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
  if (first === undefined)
    return {
      hop,
      // Something elsewhere may answer.
      status: "unknown",
      why: "Its admission webhook is registered with failurePolicy Fail, and the render has no Service that answers.",
    };
  const others = faults.length - 1;
  const more = others === 0 ? "" : ` (and ${others} more)`;
  const at = rule.locate(first.path);
  const why = `${first.why}${more}: ${consequence(first, outcome, webhook)}`;
  return { hop, status: "broken", why, ...(at === null ? {} : { at }), check: first.check };
};

const order = ["schema", "both", "webhook", "operator", "prometheus"];

const consequence = ({ by }: RuleFault, outcome: RuleOutcome, { state, failurePolicy }: RuleWebhook): string => {
  const none = "not one rule of the object is loaded";
  if (by === "schema") return `the API server refuses the object, and ${none}.`;
  if (outcome === "breaks-prometheus")
    return "the operator writes the object as it is, and Prometheus cannot read the file: it loads no rule change of anybody any more, and does not start again.";
  if (outcome === "silently-dropped")
    return state === "none" || by === "operator"
      ? `the operator drops the whole object, no error is shown when it is applied, and ${none}.`
      : `the operator drops the whole object, and ${none}; whether the webhook answers and says so when it is applied cannot be seen.`;
  const silent =
    failurePolicy === "Ignore" && by === "both"
      ? " While the webhook does not answer, the object is applied without an error, and dropped all the same."
      : "";
  return `the operator's webhook refuses the object when it is applied, and ${none}.${silent}`;
};

const faultsOf = (rule: WorldObject, verdict: RuleVerdict | undefined, world: World): readonly RuleFault[] => {
  const spec = rule.body["spec"];
  const prometheus = nearestOf(choicesOf(rule, ruleSelection, world))?.selecting;
  const schema = schemaFault(spec);
  return [
    ...(schema === null ? [] : [{ by: "schema" as const, ...schema, check: "kubernetes-schema-invalid" }]),
    ...(verdict?.errors ?? []).map((error) => toldByPromtool(error, rule)),
    ...sizeFaults(rule),
    ...nameFaults(rule, prometheus),
    ...(verdict?.errors.every(({ path }) => passesTheOperator(rule, path)) ? callFaults(rule, prometheus, world) : []),
  ];
};

/**
 * Operator v0.93.1 takes an empty `for` or `interval` for an absent one when it judges the rules, but not when it writes them: `generateRulesConfiguration` in pkg/operator/rules.go
 * marshals before `ValidateRule` removes them. Prometheus 3.14 then ends at its start with "empty duration string".
 */
const passesTheOperator = (rule: WorldObject, path: Path): boolean =>
  ["for", "interval"].includes(String(path.at(-1))) && valueAt(rule.body, path) === "";

const toldByPromtool = ({ path, message, about }: RuleError, rule: WorldObject): RuleFault => ({
  by: passesTheOperator(rule, path) ? "prometheus" : "both",
  path,
  why: message.replace(/\.$/, ""),
  check: { expression: "promql-syntax-error", template: "alert-template-invalid", field: "rule-field-invalid" }[about],
});

const sizeFaults = (rule: WorldObject): readonly RuleFault[] => {
  const bytes = ruleBytes(rule.body["spec"]);
  if (bytes <= maxRuleBytes || isNearLimit(rule)) return [];
  const why = `Its rules take about ${bytes} bytes, and the operator takes ${maxRuleBytes} in one object`;
  return [{ by: "both", path: ["spec"], why, check: "prometheusrule-too-large" }];
};

const isNearLimit = (rule: WorldObject): boolean => Math.abs(ruleBytes(rule.body["spec"]) / maxRuleBytes - 1) < 0.02;

/** The webhook knows ASCII names only, even where Prometheus takes UTF-8: cmd/operator/main.go of v0.93.1 starts it with `model.LegacyValidation`. */
const nameFaults = (rule: WorldObject, prometheus: WorldObject | undefined): readonly RuleFault[] => {
  const legacy = prometheus?.ref.kind === "Prometheus" && needsLegacyNames(prometheusVersion(prometheus));
  return utf8Names(rule.body["spec"]).map(({ path, name }) => ({
    by: legacy ? "both" : "webhook",
    path,
    why: `"${name}" is no name of ASCII letters, digits and underscores`,
    check: "rule-label-name-invalid",
  }));
};

/** The webhook is told of no feature flag, and the operator's parser is that of Prometheus 3.13. */
const callFaults = (rule: WorldObject, prometheus: WorldObject | undefined, world: World): readonly RuleFault[] => {
  const features = valueAt(prometheus?.body, ["spec", "enableFeatures"]);
  const enabled = Array.isArray(features) && features.includes("promql-experimental-functions");
  const enforced = typeof valueAt(prometheus?.body, ["spec", "enforcedNamespaceLabel"]) === "string";
  const { version } = operatorFlags(world);
  return experimentalCalls(rule.body["spec"])
    .filter(({ name }) => name !== promotedCall || version === null || version.startsWith("0.93."))
    .map(({ path, name }) => {
      const alone = enabled && !enforced;
      const who = prometheus === undefined ? "a Prometheus" : nameOf(prometheus.ref);
      const why = alone
        ? `${name}() is experimental: ${who} has it switched on, and the operator's webhook has not`
        : `${name}() is experimental for the operator, whose PromQL is that of Prometheus 3.13`;
      return { by: alone ? "webhook" : "both", path, why, check: "promql-experimental-function" };
    });
};
