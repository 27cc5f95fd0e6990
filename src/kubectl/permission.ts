/** One permission, as RBAC has it. */
export interface Permission {
  readonly verb: string;
  readonly group: string;
  /** E.g. `deployments` or `deployments/scale`; what begins with `/` is a path of the API server, e.g. `/metrics`. */
  readonly resource: string;
  /** Null: in the whole cluster. */
  readonly namespace: string | null;
  /** The one object that it is for; null: all, and what cannot be asked for by a name, as `list` and a POST. */
  readonly name: string | null;
}

/** A permission that something needs. */
export interface NeededPermission extends Permission {
  /** What it is for: a clause that stands beside it in docs/rbac. */
  readonly why: string;
  /** Who has this one needs the first not: `escalate` and `bind` stand for the permissions that a role grants. */
  readonly unless?: Permission;
}

/** `create on deployments.apps in namespace monitoring`. */
export const tellPermission = ({ verb, group, resource, namespace, name }: Permission): string => {
  if (resource.startsWith("/")) return `${verb} on ${resource}`;
  const what = `${group === "" ? resource : `${resource}.${group}`}${name === null ? "" : ` named ${name}`}`;
  return `${verb} on ${what}${namespace === null ? " in the whole cluster" : ` in namespace ${namespace}`}`;
};

/** The same permission has the same key. */
export const permissionKey = ({ verb, group, resource, namespace, name }: Permission): string =>
  [verb, group, resource, namespace ?? "", name ?? ""].join("\n");

/** Several verbs on one resource. */
export const needs = (
  verbs: readonly string[],
  on: Omit<Permission, "verb" | "name"> & { readonly name?: string | null },
  why: string,
): readonly NeededPermission[] => verbs.map((verb) => ({ name: null, ...on, verb, why }));
