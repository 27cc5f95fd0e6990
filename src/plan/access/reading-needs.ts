import type { ResourceRef } from "../../core/finding.ts";
import type { ApiResources } from "../../kubectl/api-resources.ts";
import { type NeededPermission, needs } from "../../kubectl/permission.ts";
import { lockNamespace } from "../../lock/lease/lease-api.ts";
import { lockName } from "../../lock/lock.ts";
import type { ReleaseName } from "../../stack/release-name.ts";
import { namespaceRef } from "../objects/landing.ts";
import { deployedName } from "../order/deployed-state.ts";

/** Of whom and where permissions are told. */
export interface NeedsAround {
  readonly release: ReleaseName;
  readonly api: ApiResources;
}

/** What a plan reads: these objects by their names, and what earlier deploys left. */
export const readingNeeds = (
  refs: readonly ResourceRef[],
  { release, api }: NeedsAround,
): readonly NeededPermission[] => {
  const { namespace } = release;
  const namespaces = [...new Set(refs.flatMap((ref) => ref.namespace ?? []))].map(namespaceRef);
  return [
    ...needs(["get", "list"], { group: "", resource: "secrets", namespace }, whys.helm),
    ...needs(["get"], { group: "", resource: "configmaps", namespace, name: deployedName(release) }, whys.state),
    ...needs(["get"], { ...leases, name: lockName(release) }, whys.lock),
    ...[...namespaces, ...refs].flatMap((ref) => needsOf(ref, ["get"], api, whys.compare)),
  ];
};

/** What every mode reads of a cluster where it may, and goes on without where it may not. */
export const clusterNeeds: readonly NeededPermission[] = [
  ...needs(
    ["get"],
    { group: "", resource: "namespaces", namespace: null, name: "kube-system" },
    "its uid is the cluster's identity, which expected-cluster and the plan name",
  ),
  ...needs(
    ["list"],
    { group: "", resource: "nodes", namespace: null },
    "nodes and GPUs are counted: what Prometheus has to hold hangs on them",
  ),
];

/** What a plan reads likewise. */
export const optionalNeeds: readonly NeededPermission[] = [
  ...clusterNeeds,
  ...needs(
    ["list"],
    { group: "monitoring.coreos.com", resource: "prometheuses", namespace: null },
    "another stack in the cluster is recognised by its Prometheus",
  ),
  ...needs(
    ["list"],
    { group: "apiextensions.k8s.io", resource: "customresourcedefinitions", namespace: null },
    "kubectl and helm look whether a kind is a custom one before they send an object of it",
  ),
];

/** What a plan lists where it may, and reads by name where it may not: kinds of which it reads many. */
export const listingNeeds = (kinds: readonly ResourceRef[], { api }: NeedsAround): readonly NeededPermission[] =>
  kinds.flatMap((ref) => needsOf(ref, ["list"], api, whys.list, { named: false }));

/** Permissions on one object, by its name; none where the cluster does not know the kind (yet). */
export const needsOf = (
  ref: ResourceRef,
  verbs: readonly string[],
  api: ApiResources,
  why: string,
  { named = true }: { readonly named?: boolean } = {},
): readonly NeededPermission[] => {
  const known = api(ref);
  if (known === undefined) return [];
  const { group, resource, namespaced } = known;
  const namespace = namespaced ? ref.namespace : null;
  return needs(verbs, { group, resource, namespace, name: named ? ref.name : null }, why);
};

export const leases = { group: "coordination.k8s.io", resource: "leases", namespace: lockNamespace } as const;

/** What permissions are for. */
export const whys = {
  helm: "helm keeps every revision of the release in a Secret",
  state: "what is deployed is noted in a ConfigMap beside the release",
  lock: "two runs never deploy at once: the lock is a Lease",
  compare: "what is there is compared with what is wanted",
  list: "many of a kind are read by one request; without it one by one",
  apply: "objects are applied server-side, and tried so before",
  crds: "CustomResourceDefinitions are applied, and waited for",
  release: "helm makes, changes and removes the objects of the release",
  hooks: "helm makes the chart's hooks anew, waits for them and removes them",
  namespace: "helm makes the namespace of the release (--create-namespace)",
  prune: "what the tree has no more is deleted (prune)",
  back: "a deploy that fails is taken back (rollback-on-failure)",
  former: "what was there before is kept beside the release until the deploy has gone well (rollback-on-failure)",
  logs: "the log of what is not ready is told",
  rollout: "the rollout is waited for, and what stops it is told",
  grants: "the chart's roles grant it, and nobody may grant what he has not",
} as const;
