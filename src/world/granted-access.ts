import { listOf } from "../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../kubernetes/manifest.ts";
import { namespaceOf, objectIn } from "./namespaces.ts";
import type { World, WorldObject } from "./world.ts";

/** A kind of API object that is listed and watched. */
export interface Listed {
  /** API group; empty for the core one. */
  readonly group: string;
  readonly resource: string;
}

/** Who asks. */
export interface Account {
  readonly namespace: string;
  readonly name: string;
}

/**
 * Whether the account may list and watch the objects in the namespace (null: in all of them). `unknown` where a binding
 * in sight names a role that is not, or the account itself is not of the tree.
 * https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export const mayWatch = (
  account: Account,
  listed: Listed,
  namespace: string | null,
  world: World,
): boolean | "unknown" => {
  const verdicts = bindingsOf(account, namespace, world).map(({ body, namespace: at }) =>
    roleGrants(body["roleRef"], at, listed, world),
  );
  if (verdicts.includes(true)) return true;
  const known = objectIn(world, "ServiceAccount", account.namespace, account.name) !== undefined;
  return verdicts.includes("unknown") || !known ? "unknown" : false;
};

interface Binding {
  readonly body: JsonObject;
  /** The namespace for which it counts; null: all. */
  readonly namespace: string | null;
}

const bindingsOf = (account: Account, namespace: string | null, world: World): readonly Binding[] =>
  [
    ...world.ofKind("ClusterRoleBinding").map(({ body }) => ({ body, namespace: null })),
    ...world
      .ofKind("RoleBinding")
      .filter((binding) => namespace !== null && namespaceOf(binding, world) === namespace)
      .map(({ body }) => ({ body, namespace })),
  ].filter(({ body, namespace: at }) => listOf(body["subjects"]).some((subject) => names(subject, account, at)));

const names = (subject: Json, account: Account, namespace: string | null): boolean => {
  if (!isObject(subject)) return false;
  const { kind, name } = subject;
  if (kind === "ServiceAccount")
    return name === account.name && (subject["namespace"] ?? namespace) === account.namespace;
  if (kind === "User") return name === `system:serviceaccount:${account.namespace}:${account.name}`;
  return ["system:serviceaccounts", `system:serviceaccounts:${account.namespace}`, "system:authenticated"].includes(
    String(name),
  );
};

const roleGrants = (
  roleRef: Json | undefined,
  namespace: string | null,
  listed: Listed,
  world: World,
): boolean | "unknown" => {
  const name = String(valueAt(roleRef, ["name"]));
  const clusterWide = valueAt(roleRef, ["kind"]) === "ClusterRole";
  const role = clusterWide
    ? world.ofKind("ClusterRole").find(({ ref }) => ref.name === name)
    : objectIn(world, "Role", namespace ?? "", name);
  if (role === undefined) return name === "cluster-admin" ? true : "unknown";
  if (rulesOf(role).some((rule) => grants(rule, listed))) return true;
  // What an aggregated role contains is put together in the cluster.
  return role.body["aggregationRule"] === undefined ? false : "unknown";
};

/** A rule for objects by name does not let anybody list all of them. */
const grants = (rule: JsonObject, { group, resource }: Listed): boolean =>
  holds(rule["apiGroups"], group) &&
  holds(rule["resources"], resource) &&
  ["list", "watch"].every((verb) => holds(rule["verbs"], verb)) &&
  listOf(rule["resourceNames"]).length === 0;

const rulesOf = ({ body }: WorldObject): readonly JsonObject[] => listOf(body["rules"]).filter(isObject);
const holds = (list: Json | undefined, value: string): boolean =>
  listOf(list).includes(value) || listOf(list).includes("*");
