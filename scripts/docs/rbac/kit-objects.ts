import { objectsAt, textAt, textOrEmpty, textsAt } from "../../../src/kubernetes/json-fields.ts";
import { type JsonObject, valueAt } from "../../../src/kubernetes/manifest.ts";
import { manyOfKind } from "../../../src/plan/objects/list-live.ts";

/** Where an object of a stack comes from; hooks: those that an install or an upgrade runs. */
export type KitLayer = "crds" | "base" | "release" | "hooks" | "overlay";

/** An object, or all of one kind in one namespace, as far as permissions depend on it. */
export interface KitObject {
  readonly layer: KitLayer;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  /** `*`: any name. */
  readonly name: string;
  /** The rules of a role, sorted; of others none. */
  readonly rules?: readonly JsonObject[];
  readonly roleRef?: JsonObject;
  /** Whether there are so many of it that a plan lists them. */
  readonly many?: true;
  /** How RBAC names what a CustomResourceDefinition brings. */
  readonly brings?: JsonObject;
}

export interface KitSource {
  readonly layer: KitLayer;
  readonly bodies: readonly JsonObject[];
}

/** What a rendered stack says of permissions. `namespace`: where objects lie that name none and need one. */
export const kitObjects = (sources: readonly KitSource[], namespace: string): readonly KitObject[] => {
  const all = sources.flatMap(({ layer, bodies }) =>
    bodies.filter((body) => !isTestHook(body)).map((body) => kitObject(layer, body, namespace)),
  );
  const many = new Set(manyOfKind(all.filter(({ layer }) => layer !== "hooks")).flat());
  const keyOf = (one: KitObject): string => [one.layer, one.apiVersion, one.kind, one.namespace, one.name].join(" ");
  const told = all.map((one) => (many.has(one) ? { ...one, many: true as const } : one));
  const unique = [...new Map(told.map((one) => [keyOf(one), one])).values()];
  return unique.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

const clusterScoped: readonly string[] = [
  ...["ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "MutatingWebhookConfiguration", "Namespace"],
  "ValidatingWebhookConfiguration",
];
const rbacKinds: readonly string[] = ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"];

const isTestHook = (body: JsonObject): boolean => /\btest\b/.test(hookOf(body) ?? "");
const hookOf = (body: JsonObject): string | null => textAt(body, ["metadata", "annotations", "helm.sh/hook"]);

const kindOfCrd = (body: JsonObject): JsonObject => ({
  group: textOrEmpty(body, ["spec", "group"]),
  scope: textOrEmpty(body, ["spec", "scope"]),
  names: { kind: textOrEmpty(body, ["spec", "names", "kind"]), plural: textOrEmpty(body, ["spec", "names", "plural"]) },
  versions: objectsAt(body, ["spec", "versions"]).map((version) => ({ name: textOrEmpty(version, ["name"]) })),
});

const kitObject = (layer: KitLayer, body: JsonObject, namespace: string): KitObject => {
  const kind = textOrEmpty(body, ["kind"]);
  const isNamed = clusterScoped.includes(kind) || rbacKinds.includes(kind);
  const roleRef = valueAt(body, ["roleRef"]);
  return {
    layer: layer === "release" && hookOf(body) !== null ? "hooks" : layer,
    apiVersion: textOrEmpty(body, ["apiVersion"]),
    kind,
    namespace: clusterScoped.includes(kind) ? null : (textAt(body, ["metadata", "namespace"]) ?? namespace),
    name: isNamed ? textOrEmpty(body, ["metadata", "name"]) : "*",
    ...(kind === "Role" || kind === "ClusterRole" ? { rules: sortedRules(body) } : {}),
    ...(roleRef === undefined
      ? {}
      : { roleRef: { kind: textOrEmpty(roleRef, ["kind"]), name: textOrEmpty(roleRef, ["name"]) } }),
    ...(kind === "CustomResourceDefinition" ? { brings: kindOfCrd(body) } : {}),
  };
};

/** The same rules however they are grouped: one a group and set of verbs, all in order. */
const sortedRules = (role: JsonObject): readonly JsonObject[] => {
  const rules = objectsAt(role, ["rules"]).flatMap((rule): readonly JsonObject[] => {
    const verbs = [...textsAt(rule, ["verbs"])].sort();
    const paths = textsAt(rule, ["nonResourceURLs"]);
    const resourceNames = textsAt(rule, ["resourceNames"]);
    return [
      ...(paths.length === 0 ? [] : [{ nonResourceURLs: [...paths].sort(), verbs }]),
      ...textsAt(rule, ["apiGroups"]).map((group) => ({
        apiGroups: [group],
        resources: textsAt(rule, ["resources"]),
        ...(resourceNames.length === 0 ? {} : { resourceNames }),
        verbs,
      })),
    ];
  });
  const groups = Map.groupBy(rules, ({ resources: _resources, ...rest }) => JSON.stringify(rest));
  const merged = [...groups.values()].map(([first = {}, ...others]): JsonObject => {
    if (!("resources" in first)) return first;
    const resources = [first, ...others].flatMap((rule) => textsAt(rule, ["resources"]));
    return { ...first, resources: [...new Set(resources)].sort() };
  });
  return merged.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
};
