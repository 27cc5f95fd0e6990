import type { Manifest } from "../../kubernetes/manifest.ts";
import type { RuleVerdict } from "../../validate/promtool/rule-verdict.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { operatorRelease } from "./operator-release.ts";
import { ruleBytes } from "./rule-acceptance-parts.ts";
import type { RuleFault } from "./rule-fault.ts";
import { faultsOf, isNearLimit } from "./rule-faults.ts";
import { type RuleWebhook, ruleWebhook } from "./rule-webhook.ts";

/**
 * What becomes of a PrometheusRule that is applied; a refusal always is one of the whole object. `breaks-prometheus`:
 * the operator writes it, and Prometheus takes none of its rule files any more. `stops-operator`: it writes that
 * Prometheus no configuration any more.
 */
export type RuleOutcome = "loaded" | "rejected-at-apply" | "silently-dropped" | "breaks-prometheus" | "stops-operator";

/**
 * What becomes of the rule when it is applied, with the admission webhook answering or not; without `answers` it is
 * taken to answer where the render has its Service. Undefined where promtool did not judge the rule, or its size is
 * too near the limit to tell.
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
  if (faults.some(({ by }) => by === "reconciliation")) return "stops-operator";
  if (faults.some(({ by }) => by === "prometheus")) return "breaks-prometheus";
  return verdict === undefined || isNearLimit(rule) ? undefined : "loaded";
};

/** promtool's verdicts, by the manifest of the PrometheusRule. */
export type RuleVerdicts = ReadonlyMap<Manifest | null, RuleVerdict>;

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
          : `Its rules take about ${ruleBytes(rule.body["spec"])} bytes, too near the operator's limit of ${operatorRelease.maxRuleBytes} to tell.`,
    };
  if (outcome === "loaded") return { hop, status: "ok", why: "promtool and the operator accept all of its rules." };
  const refusal = refusalOf(rule, verdict, world);
  if (refusal === null)
    return {
      hop,
      // Something elsewhere may answer.
      status: "unknown",
      why: "Its admission webhook is registered with failurePolicy Fail, and the render has no Service that answers.",
    };
  const at = rule.locate(refusal.fault.path);
  return { hop, status: "broken", why: `${refusal.why}.`, ...(at === null ? {} : { at }), check: refusal.fault.check };
};

/**
 * Why Prometheus gets none of the object's rules, as a clause; null where it gets them, or where that cannot be told.
 */
export const whyNotAccepted = (rule: WorldObject, verdict: RuleVerdict | undefined, world: World): string | null =>
  refusalOf(rule, verdict, world)?.why ?? null;

const refusalOf = (
  rule: WorldObject,
  verdict: RuleVerdict | undefined,
  world: World,
): { readonly fault: RuleFault; readonly why: string } | null => {
  const outcome = ruleOutcome(rule, verdict, world);
  if (outcome === undefined || outcome === "loaded") return null;
  const faults = faultsOf(rule, verdict, world);
  const [fault] = faults.toSorted((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
  if (fault === undefined) return null;
  const more = faults.length === 1 ? "" : ` (and ${faults.length - 1} more)`;
  return { fault, why: `${fault.why}${more}: ${consequence(fault, outcome, ruleWebhook(rule, world))}` };
};

const order = ["schema", "both", "webhook", "operator", "reconciliation", "prometheus"];

const consequence = ({ by }: RuleFault, outcome: RuleOutcome, { state, failurePolicy }: RuleWebhook): string => {
  const none = "not one rule of the object is loaded";
  if (by === "schema") return `the API server refuses the object, and ${none}`;
  if (outcome === "stops-operator")
    return "an operator of this release ends its work on the Prometheus over it, every time: none of its rules, monitors and settings change any more";
  if (outcome === "breaks-prometheus")
    return "the operator writes the object as it is, and Prometheus cannot read the file: it loads no rule change of anybody any more, and does not start again";
  if (outcome === "silently-dropped")
    return state === "none" || by === "operator"
      ? `the operator drops the whole object, no error is shown when it is applied, and ${none}`
      : `the operator drops the whole object, and ${none}; whether the webhook answers and says so when it is applied cannot be seen`;
  const silent =
    failurePolicy === "Ignore" && by === "both"
      ? ". While the webhook does not answer, the object is applied without an error, and dropped all the same"
      : "";
  return `the operator's webhook refuses the object when it is applied, and ${none}${silent}`;
};
