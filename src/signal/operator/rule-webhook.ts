import { listOf } from "../../kubernetes/json-fields.ts";
import { matches } from "../../kubernetes/label-selector.ts";
import { labelsOf } from "../../kubernetes/labels.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf, objectIn, selectsNamespace } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";

/**
 * The admission webhook that looks at a PrometheusRule when it is applied. `none`: nothing is registered
 * for it; `reachable`: the Service that answers is part of the render; `unseen`: it is registered, and
 * what answers is not in sight.
 */
export interface RuleWebhook {
  readonly state: "none" | "reachable" | "unseen";
  /** What happens to the object when nothing answers: the chart registers `Ignore`, which lets everything pass. */
  readonly failurePolicy: "Ignore" | "Fail";
}

/** The webhook that the world registers for this rule. */
export const ruleWebhook = (rule: WorldObject, world: World): RuleWebhook => {
  const webhook = world
    .ofKind("ValidatingWebhookConfiguration")
    .flatMap(({ body }) => listOf(body["webhooks"]))
    .filter(isObject)
    .find((one) => looksAtRules(one) && includes(one, rule, world));
  if (webhook === undefined) return { state: "none", failurePolicy: "Ignore" };
  const service = valueAt(webhook, ["clientConfig", "service"]);
  const answers =
    isObject(service) &&
    objectIn(world, "Service", String(service["namespace"]), String(service["name"])) !== undefined;
  return {
    state: answers ? "reachable" : "unseen",
    failurePolicy: webhook["failurePolicy"] === "Ignore" ? "Ignore" : "Fail",
  };
};

const looksAtRules = (webhook: JsonObject): boolean =>
  listOf(webhook["rules"])
    .filter(isObject)
    .some(({ apiGroups, resources }) => has(apiGroups, "monitoring.coreos.com") && has(resources, "prometheusrules"));

/** An absent selector of a webhook selects everything; any other absent selector selects nothing. */
const includes = (webhook: JsonObject, rule: WorldObject, world: World): boolean =>
  matches(webhook["objectSelector"] ?? {}, labelsOf(rule.body)) &&
  selectsNamespace(webhook["namespaceSelector"] ?? {}, namespaceOf(rule, world), world) !== false;

const has = (list: Json | undefined, name: string): boolean =>
  listOf(list).includes(name) || listOf(list).includes("*");
