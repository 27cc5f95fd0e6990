import { readFile, writeFile } from "node:fs/promises";
import { type NeededPermission, permissionKey, tellPermission } from "../../src/kubectl/permission.ts";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { kubectl } from "../cluster/kubectl.ts";

/** A user who lacks one of several permissions, and how that one is told. */
export interface LackingUser {
  readonly user: string;
  readonly lacks: string;
  /** Whether another of the permissions stands for it, e.g. all verbs for one. */
  readonly isCovered: boolean;
}

/** Makes a user for each permission, of all objects of a kind at once, who has all but that one. */
export const grantAllButOne = async (
  cluster: EmbeddedCluster,
  prefix: string,
  needs: readonly NeededPermission[],
): Promise<readonly LackingUser[]> => {
  const kinds = [...Map.groupBy(needs, (need) => permissionKey({ ...need, name: null })).values()];
  const users = kinds.map((_kind, index) => `${prefix}-${index}`);
  const objects = kinds.flatMap((kind, index) =>
    roleFor(
      `${prefix}-${index}`,
      kind,
      users.filter((_user, other) => other !== index),
    ),
  );
  const text = objects.map((one) => JSON.stringify(one)).join("\n---\n");
  await kubectl(cluster.kubeconfig, ["create", "--validate=false", "--filename=-"], text);
  return kinds.map((kind, index) => ({
    user: users[index] ?? "",
    lacks: tellKind(kind),
    isCovered: isCovered(kind, needs),
  }));
};

const isCovered = ([one]: readonly NeededPermission[], needs: readonly NeededPermission[]): boolean =>
  needs.some(
    ({ verb, group, resource, namespace, name }) =>
      one !== undefined &&
      [namespace, name].every((part) => part === null) &&
      [group, resource].join() === [one.group, one.resource].join() &&
      [one.verb, "*"].includes(verb) &&
      (verb !== one.verb || one.namespace !== null),
  );

const tellKind = (kind: readonly NeededPermission[]): string => {
  const [first] = kind;
  if (first === undefined) return "";
  const names = new Set(kind.map(({ name }) => name));
  return tellPermission(names.size === 1 ? first : { ...first, name: null });
};

const rbac = "rbac.authorization.k8s.io";

const roleFor = (name: string, kind: readonly NeededPermission[], users: readonly string[]): readonly JsonObject[] => {
  const { verb = "", group = "", resource = "", namespace = null } = kind[0] ?? {};
  const names = kind.map((need) => need.name);
  const resourceNames = names.includes(null) ? {} : { resourceNames: names };
  const rule = resource.startsWith("/")
    ? { nonResourceURLs: [resource], verbs: [verb] }
    : { apiGroups: [group], resources: [resource], verbs: [verb], ...resourceNames };
  const role = namespace === null ? "ClusterRole" : "Role";
  const metadata: JsonObject = { name, ...(namespace === null ? {} : { namespace }) };
  const subjects = users.map((user) => ({ kind: "User", apiGroup: rbac, name: user }));
  const apiVersion = `${rbac}/v1`;
  return [
    { apiVersion, kind: role, metadata, rules: [rule] },
    { apiVersion, kind: `${role}Binding`, metadata, subjects, roleRef: { apiGroup: rbac, kind: role, name } },
  ];
};

/** The administrator's kubeconfig, acting as another user. */
export const kubeconfigAs = async (cluster: EmbeddedCluster, user: string): Promise<string> => {
  const path = await cluster.kubeconfigWith({ token: cluster.adminToken });
  const config = JSON.parse(await readFile(path, "utf8"));
  config.users[0].user.as = user;
  await writeFile(path, JSON.stringify(config), { mode: 0o600 });
  return path;
};
