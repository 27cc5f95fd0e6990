import type { ResourceRef } from "../core/finding.ts";
import type { ApiResources } from "../kubectl/api-resources.ts";
import { objectsOf } from "../kubectl/kubectl-output.ts";
import { objectsAt, textsAt } from "../kubernetes/json-fields.ts";
import { type JsonObject, valueAt } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine } from "../outside/command-line.ts";
import type { ObjectDraft } from "./draft.ts";
import type { ReleaseName } from "./helm-release.ts";

/** One permission, as RBAC has it. */
export interface Permission {
  readonly verb: string;
  readonly group: string;
  /** E.g. `deployments`. */
  readonly resource: string;
  /** Null: in the whole cluster. */
  readonly namespace: string | null;
}

/** `create on deployments.apps in namespace monitoring`. */
export const tellPermission = ({ verb, group, resource, namespace }: Permission): string =>
  `${verb} on ${group === "" ? resource : `${resource}.${group}`}${namespace === null ? " in the whole cluster" : ` in namespace ${namespace}`}`;

/** What helm itself asks for in the release's namespace: it keeps every revision in a Secret. */
const helmVerbs = ["get", "list", "create", "update", "delete"] as const;
/** What is read while a rollout is waited for, and as evidence of one that failed. */
const watched: readonly (readonly [group: string, resource: string])[] = [
  ["", "pods"],
  ["", "events"],
  ["apps", "replicasets"],
  ["apps", "deployments"],
  ["apps", "statefulsets"],
  ["apps", "daemonsets"],
  ["batch", "jobs"],
  ["discovery.k8s.io", "endpointslices"],
];

/**
 * What is done to an object of this draft, by RBAC's verbs; a server-side apply is a patch, and of a new one a create.
 * That it may be read the plan itself has shown.
 */
const verbsOf = ({ layer, action, live }: ObjectDraft): readonly string[] => {
  if (action === "unchanged") return [];
  if (action === "delete") return ["delete"];
  const write = live === null ? ["create", "patch"] : ["patch"];
  return layer === "crds" ? [...write, "list", "watch"] : write;
};

/**
 * Everything that carrying out these drafts asks for. Kinds that come with the plan cannot be named yet, and are not.
 */
export const neededPermissions = (
  drafts: readonly ObjectDraft[],
  hooks: readonly ResourceRef[],
  { release, api, upgrades }: { readonly release: ReleaseName; readonly api: ApiResources; readonly upgrades: boolean },
): readonly Permission[] => {
  const { namespace } = release;
  const ofObjects = drafts.flatMap((draft) => of(draft.ref, verbsOf(draft), api));
  const ofHooks = hooks.flatMap((ref) => of(ref, ["get", "create", "delete", "list", "watch"], api));
  const ofHelm = upgrades
    ? [
        ...helmVerbs.map((verb) => ({ verb, group: "", resource: "secrets", namespace })),
        ...watched.map(([group, resource]) => ({ verb: "list", group, resource, namespace })),
      ]
    : [];
  const all = [...ofObjects, ...(upgrades ? ofHooks : []), ...ofHelm];
  return [...new Map(all.map((one) => [tellPermission(one), one])).values()];
};

const of = (ref: ResourceRef, verbs: readonly string[], api: ApiResources): readonly Permission[] => {
  const known = api(ref);
  if (known === undefined) return [];
  const { group, resource, namespaced } = known;
  return verbs.map((verb) => ({ verb, group, resource, namespace: namespaced ? ref.namespace : null }));
};

/**
 * Which of these permissions this account lacks: one SelfSubjectRulesReview a namespace tells what it has, and what
 * that does not show (a webhook authorizer, rules for single names) is asked one by one. Null where the cluster does
 * not tell.
 */
export const missingPermissions = async (
  needed: readonly Permission[],
  cluster: Cluster,
): Promise<readonly Permission[] | null> => {
  if (needed.length === 0) return [];
  const namespaces = [...new Set(needed.map(({ namespace }) => namespace ?? "default"))];
  const reviews = await review(namespaces.map(rulesReview), cluster);
  if (reviews === null) return null;
  const rules = new Map(
    namespaces.map((name, index) => [name, objectsAt(reviews[index], ["status", "resourceRules"])]),
  );
  // Rules that hold in one namespace alone say nothing of the whole cluster.
  const open = needed.filter(
    (one) => one.namespace === null || !(rules.get(one.namespace) ?? []).some((rule) => grants(rule, one)),
  );
  return confirmAll(open, cluster);
};

const confirmAll = async (open: readonly Permission[], cluster: Cluster): Promise<readonly Permission[] | null> => {
  if (open.length === 0) return [];
  const answers = await review(open.map(accessReview), cluster);
  if (answers === null) return null;
  return open.filter((_one, index) => valueAt(answers[index], ["status", "allowed"]) !== true);
};

const grants = (rule: JsonObject, { verb, group, resource }: Permission): boolean => {
  const has = (field: string, wanted: string): boolean =>
    textsAt(rule, [field]).some((one) => one === "*" || one === wanted);
  return (
    has("verbs", verb) &&
    has("apiGroups", group) &&
    has("resources", resource) &&
    textsAt(rule, ["resourceNames"]).length === 0
  );
};

const rulesReview = (namespace: string): JsonObject => ({
  apiVersion: "authorization.k8s.io/v1",
  kind: "SelfSubjectRulesReview",
  spec: { namespace },
});

const accessReview = ({ verb, group, resource, namespace }: Permission): JsonObject => ({
  apiVersion: "authorization.k8s.io/v1",
  kind: "SelfSubjectAccessReview",
  spec: { resourceAttributes: { verb, group, resource, ...(namespace === null ? {} : { namespace }) } },
});

/** The answers in the order of the questions; everybody who is authenticated may ask. */
const review = async (questions: readonly JsonObject[], cluster: Cluster): Promise<readonly JsonObject[] | null> => {
  const stdin = questions.map((one) => `---\n${JSON.stringify(one)}\n`).join("");
  const done = await cluster.kubectl(commandLine({ verb: ["create", "--filename=-", "--output=json"] }), { stdin });
  // `kubectl create` prints one object after the other, and no List.
  const answers = done.stdout.split(/^(?=\{)/m).flatMap(objectsOf);
  return done.code === 0 && answers.length === questions.length ? answers : null;
};
