import type { Permission } from "../../kubectl/permission.ts";
import { objectsAt, textsAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";

/** The answer of one SelfSubjectRulesReview. */
export interface HeldRules {
  readonly resources: readonly JsonObject[];
  readonly paths: readonly JsonObject[];
}

export const heldRulesIn = (review: JsonObject | undefined): HeldRules => ({
  resources: objectsAt(review, ["status", "resourceRules"]),
  paths: objectsAt(review, ["status", "nonResourceRules"]),
});

/** Whether the rules of a place grant a permission there; `*` asked for is granted by `*` alone. */
export const isHeld = ({ resources, paths }: HeldRules, permission: Permission): boolean =>
  permission.resource.startsWith("/")
    ? paths.some((rule) => has(rule, "verbs", permission.verb) && hasPath(rule, permission.resource))
    : resources.some((rule) => grants(rule, permission));

const grants = (rule: JsonObject, { verb, group, resource, name }: Permission): boolean => {
  const names = textsAt(rule, ["resourceNames"]);
  return (
    has(rule, "verbs", verb) &&
    has(rule, "apiGroups", group) &&
    (has(rule, "resources", resource) || has(rule, "resources", `*/${resource.split("/")[1] ?? ""}`)) &&
    (names.length === 0 || (name !== null && names.includes(name)))
  );
};

const has = (rule: JsonObject, field: string, wanted: string): boolean =>
  textsAt(rule, [field]).some((one) => one === "*" || one === wanted);

/** `/metrics/*` stands for all that begins with it. */
const hasPath = (rule: JsonObject, wanted: string): boolean =>
  textsAt(rule, ["nonResourceURLs"]).some(
    (one) => one === wanted || (one.endsWith("*") && wanted.startsWith(one.slice(0, -1))),
  );
