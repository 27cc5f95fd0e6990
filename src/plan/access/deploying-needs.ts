import type { ResourceRef } from "../../core/finding.ts";
import { type NeededPermission, needs } from "../../kubectl/permission.ts";
import { lockName } from "../../lock/lock.ts";
import type { ObjectDraft } from "../draft.ts";
import { namespaceRef } from "../objects/landing.ts";
import { deployedName } from "../order/deployed-state.ts";
import { leases, type NeedsAround, needsOf, whys } from "./reading-needs.ts";
import { roleNeeds, type WantedBody } from "./role-needs.ts";

/** Of a plan's objects what permissions depend on. */
export type NeedyDraft = Pick<ObjectDraft, "layer" | "ref" | "action" | "live" | "wanted" | "unverified">;

/** What trying the drafts asks for: a server-side apply is a patch, and of a new object a create by its name. */
export const tryingNeeds = (drafts: readonly NeedyDraft[], around: NeedsAround): readonly NeededPermission[] => {
  const tried = drafts.filter(
    ({ layer, action, unverified }) => layer !== "crds" && writes.includes(action) && unverified === null,
  );
  return [
    ...tried.flatMap((draft) => applied(draft, around, whys.apply)),
    ...roleNeeds(tried.flatMap(wantedOf), drafts.flatMap(wantedOf)),
  ];
};

/** How the drafts would be carried out. */
export interface Deployment extends NeedsAround {
  readonly drafts: readonly NeedyDraft[];
  /** Those that run. */
  readonly hooks: readonly WantedBody[];
  /** Whether helm is run. */
  readonly upgrades: boolean;
  readonly createsNamespace: boolean;
  readonly helmMajor: 3 | 4;
  /** Namespaces with workloads that are waited for. */
  readonly waitsIn: readonly string[];
  /** Whether it is taken back where it fails. */
  readonly goesBack: boolean;
}

/** Everything that carrying the drafts out asks for, beside what the plan reads itself. */
export const deployingNeeds = (deployment: Deployment): readonly NeededPermission[] => {
  const { drafts, hooks, upgrades, waitsIn } = deployment;
  const waiting = waitsIn.flatMap((namespace) => waitNeeds(namespace, workloads));
  const changing = upgrades || drafts.some(({ layer, action }) => layer !== "release" && action !== "unchanged");
  if (!changing) return waiting;
  const done = drafts.filter(({ layer }) => layer !== "release" || upgrades);
  const written = [
    ...done.filter(({ action }) => writes.includes(action)).flatMap(wantedOf),
    ...(upgrades ? hooks : []),
  ];
  return [
    ...lockAndState(deployment),
    ...done.flatMap((draft) => draftNeeds(draft, deployment)),
    ...(upgrades ? helmNeeds(deployment) : []),
    ...roleNeeds(written, [...drafts.flatMap(wantedOf), ...hooks]),
    ...waiting,
    ...[...new Set([deployment.release.namespace, ...waitsIn])].flatMap((namespace) => waitNeeds(namespace, evidence)),
    ...(deployment.goesBack ? rollbackNeeds(done, deployment) : []),
  ];
};

const writes: readonly string[] = ["create", "update"];

const wantedOf = ({ ref, wanted }: NeedyDraft): readonly WantedBody[] =>
  wanted === null ? [] : [{ ref, body: wanted }];

const applied = ({ ref, live }: NeedyDraft, { api }: NeedsAround, why: string): readonly NeededPermission[] =>
  needsOf(ref, live === null ? ["patch", "create"] : ["patch"], api, why);

/** `create` of a Lease cannot be granted by its name: a POST has it in the body. */
const lockAndState = ({ release }: NeedsAround): readonly NeededPermission[] => {
  const state = { group: "", resource: "configmaps", namespace: release.namespace, name: deployedName(release) };
  return [
    ...needs(["create"], leases, whys.lock),
    ...needs(["get", "update"], { ...leases, name: lockName(release) }, whys.lock),
    ...needs(["get", "patch", "create"], state, whys.state),
  ];
};

const draftNeeds = (draft: NeedyDraft, deployment: Deployment): readonly NeededPermission[] => {
  const { layer, action, ref } = draft;
  const { api } = deployment;
  if (layer === "release") return releaseNeeds(draft, deployment);
  if (action === "unchanged") return [];
  if (action === "delete") return needsOf(ref, ["delete"], api, whys.prune);
  if (layer !== "crds") return applied(draft, deployment, whys.apply);
  // `kubectl wait` lists and watches by the name.
  return [...applied(draft, deployment, whys.crds), ...needsOf(ref, ["get", "list", "watch"], api, whys.crds)];
};

/**
 * What is made is deleted again, what is deleted is made again, what is changed is changed back: of the release, too,
 * where helm leaves it otherwise. A POST has no name.
 */
const rollbackNeeds = (done: readonly NeedyDraft[], { api, release }: Deployment): readonly NeededPermission[] => {
  const verbs = { create: ["delete"], update: ["patch"], delete: ["create", "patch"], unchanged: [] };
  const former = { group: "", resource: "secrets", namespace: release.namespace };
  const note = { group: "", resource: "configmaps", namespace: release.namespace, name: deployedName(release) };
  return [
    ...needs(["create", "get", "update", "delete"], former, whys.former),
    ...needs(["delete"], note, whys.back),
    ...done
      .filter(({ layer, ref }) => layer !== "crds" && !kept.includes(ref.kind))
      .flatMap(({ ref, action }) =>
        verbs[action].flatMap((verb) => needsOf(ref, [verb], api, whys.back, { named: verb !== "create" })),
      ),
  ];
};

/** They stay, whoever made them. */
const kept: readonly string[] = ["CustomResourceDefinition", "Namespace"];

/** What is asked for where it may be, and gone without where it may not: the logs of what is not ready. */
export const optionalDeployingNeeds = (waitsIn: readonly string[]): readonly NeededPermission[] =>
  waitsIn.flatMap((namespace) => needs(["get"], { group: "", resource: "pods/log", namespace }, whys.logs));

/** helm 3 makes objects by POST, which has no name; helm 4 applies all of them, also those that stay as they are. */
const releaseNeeds = (draft: NeedyDraft, { api, helmMajor }: Deployment): readonly NeededPermission[] => {
  const { ref, action, live } = draft;
  if (action === "delete") return needsOf(ref, ["delete"], api, whys.release);
  const made = live === null ? needsOf(ref, ["create"], api, whys.release, { named: helmMajor === 4 }) : [];
  const changed = helmMajor === 4 || action === "update" ? needsOf(ref, ["patch"], api, whys.release) : [];
  return [...made, ...changed];
};

const helmNeeds = ({ release, api, hooks, helmMajor, createsNamespace }: Deployment): readonly NeededPermission[] => {
  const { namespace } = release;
  const verbs = ["get", "list", "create", "update", "delete"];
  const made = createsNamespace ? (helmMajor === 4 ? ["patch", "create"] : ["create"]) : [];
  return [
    ...needs(verbs, { group: "", resource: "secrets", namespace }, whys.helm),
    ...needsOf(namespaceRef(namespace), made, api, whys.namespace, { named: helmMajor === 4 }),
    ...hooks.flatMap(({ ref }) => hookNeeds(ref, api, helmMajor)),
  ];
};

/** What ends is watched: https://helm.sh/docs/topics/charts_hooks/ */
const hookNeeds = (ref: ResourceRef, api: NeedsAround["api"], helmMajor: 3 | 4): readonly NeededPermission[] => {
  const ends = ref.kind === "Job" || ref.kind === "Pod";
  return [
    ...needsOf(ref, ["get", "delete", ...(helmMajor === 4 ? ["patch"] : [])], api, whys.hooks),
    ...needsOf(ref, ["create"], api, whys.hooks, { named: helmMajor === 4 }),
    ...(ends ? needsOf(ref, ["list", "watch"], api, whys.hooks) : []),
  ];
};

type Kind = readonly [group: string, resource: string];

const workloads: readonly Kind[] = [
  ["apps", "deployments"],
  ["apps", "statefulsets"],
  ["apps", "daemonsets"],
];
/** What helm's wait and the evidence of a failed rollout are made of, and what tells whether a webhook answers. */
const evidence: readonly Kind[] = [
  ...workloads,
  ["", "pods"],
  ["", "events"],
  ["apps", "replicasets"],
  ["batch", "jobs"],
  ["discovery.k8s.io", "endpointslices"],
];

const waitNeeds = (namespace: string, kinds: readonly Kind[]): readonly NeededPermission[] =>
  kinds.flatMap(([group, resource]) => needs(["list"], { group, resource, namespace }, whys.rollout));
