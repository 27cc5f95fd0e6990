import type { ResourceRef } from "../../core/finding.ts";
import { type NeededPermission, needs, type Permission } from "../../kubectl/permission.ts";
import { objectsAt, textOrEmpty, textsAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { whys } from "./reading-needs.ts";

/** An object and what is asked for; of RBAC only the rules and the reference count. */
export interface WantedBody {
  readonly ref: ResourceRef;
  readonly body: JsonObject;
}

const rbac = "rbac.authorization.k8s.io";

/**
 * What whoever writes these objects must have, where they are roles or bindings of such: all that a role grants, or
 * `escalate` on it; all that a bound role grants, or `bind` on it. `known` are all roles of the plan, also those that
 * stay as they are; what another role grants only the server knows, and its dry run tells.
 * https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping
 */
export const roleNeeds = (
  written: readonly WantedBody[],
  known: readonly WantedBody[],
): readonly NeededPermission[] => [
  ...written.filter(isRole).flatMap((role) => granted(role, role.ref.namespace, "escalate")),
  ...written.filter(isBinding).flatMap((binding) => {
    const role = known.find((one) => isRole(one) && isBoundBy(one, binding));
    return role === undefined ? [] : granted(role, binding.ref.namespace, "bind");
  }),
];

const isOf = ({ ref }: WantedBody, kinds: readonly string[]): boolean =>
  ref.apiVersion.startsWith(`${rbac}/`) && kinds.includes(ref.kind);
const isRole = (one: WantedBody): boolean => isOf(one, ["Role", "ClusterRole"]);
const isBinding = (one: WantedBody): boolean => isOf(one, ["RoleBinding", "ClusterRoleBinding"]);

const isBoundBy = ({ ref }: WantedBody, binding: WantedBody): boolean =>
  ref.kind === textOrEmpty(binding.body, ["roleRef", "kind"]) &&
  ref.name === textOrEmpty(binding.body, ["roleRef", "name"]) &&
  (ref.namespace === null || ref.namespace === binding.ref.namespace);

const granted = (
  { ref, body }: WantedBody,
  namespace: string | null,
  verb: "escalate" | "bind",
): readonly NeededPermission[] => {
  const resource = ref.kind === "Role" ? "roles" : "clusterroles";
  // A ClusterRole is escalated in the whole cluster, and bound where the binding is.
  const unless: Permission = { verb, group: rbac, resource, namespace, name: ref.name };
  return objectsAt(body, ["rules"]).flatMap((rule) => {
    const verbs = textsAt(rule, ["verbs"]);
    const names = textsAt(rule, ["resourceNames"]);
    const paths = textsAt(rule, ["nonResourceURLs"]).map((path) => ({ group: "", resource: path, namespace: null }));
    const resources = textsAt(rule, ["apiGroups"]).flatMap((group) =>
      textsAt(rule, ["resources"]).map((one) => ({ group, resource: one, namespace })),
    );
    return [...paths, ...resources]
      .flatMap((on) =>
        (names.length === 0 ? [null] : names).flatMap((name) => needs(verbs, { ...on, name }, whys.grants)),
      )
      .map((need) => ({ ...need, unless }));
  });
};
