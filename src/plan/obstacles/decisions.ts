import { nameOf, type ResourceRef } from "../../core/finding.ts";
import { type Permission, tellPermission } from "../../kubectl/permission.ts";
import { isBeingDeleted } from "../../kubernetes/being-deleted.ts";
import { textOrEmpty, textsAt } from "../../kubernetes/json-fields.ts";
import type { Cluster } from "../../outside/cluster.ts";
import type { SetArgument } from "../../stack/stack.ts";
import { storedGone } from "../changes/crd-versions.ts";
import type { ObjectDraft } from "../draft.ts";
import type { CrdPlan } from "../objects/plan-crds.ts";
import type { Loss, Obstacle } from "../plan.ts";
import { exampleOf, lineEach } from "./obstacle-words.ts";

/** An object that somebody else holds as a whole. */
export interface Owned {
  readonly ref: ResourceRef;
  readonly owner: string;
}

export const ownedObstacle = (owned: readonly Owned[]): readonly Obstacle[] =>
  owned.length === 0
    ? []
    : [
        {
          reason: "owned-elsewhere",
          message: `${owned.length === 1 ? "An object is" : `${owned.length} objects are`} held by others, and nothing is taken from them:\n${lineEach(owned.map(({ ref, owner }) => `${nameOf(ref)}: ${owner}`))}`,
          hint: `Remove them there or from the tree; or name them in the input allow-owned, e.g. ${exampleOf(owned)}.`,
        },
      ];

/** What install.sh takes from its environment is not there when the action deploys. */
export const environmentObstacle = (sets: readonly SetArgument[]): readonly Obstacle[] => {
  const names = sets.flatMap((set) => (set.flag === "--set-file" ? [] : (set.environment ?? [])));
  if (names.length === 0) return [];
  return [
    {
      reason: "invalid-input",
      message: `install.sh sets values of the release from its environment, which is not known here: ${[...new Set(names)].join(", ")}`,
      hint: "Let the values name a Secret of the cluster instead, e.g. grafana.admin.existingSecret.",
    },
  ];
};

export const lossObstacle = (losses: readonly Loss[]): readonly Obstacle[] => {
  const open = losses.filter(({ allowed }) => !allowed);
  if (open.length === 0) return [];
  return [
    {
      reason: "data-loss",
      message: `This would lose data:\n${lineEach(open.map(({ ref, what }) => `${nameOf(ref)}: ${what}`))}`,
      hint: `Take it back in the tree; or accept it by name with the input allow-data-loss, e.g. ${exampleOf(open)}.`,
    },
  ];
};

export const accessObstacle = (
  missing: readonly Permission[],
  { server }: Pick<Cluster, "server">,
): readonly Obstacle[] =>
  missing.length === 0
    ? []
    : [
        {
          reason: "unauthorized",
          message: `The account on ${server} lacks ${missing.length === 1 ? "a permission" : `${missing.length} permissions`} that this plan needs:\n${lineEach(missing.map(tellPermission))}`,
          hint: "Grant them with a Role or a ClusterRole; docs/rbac holds one for each mode.",
        },
      ];

/** What would be written to objects that are going would go with them. */
export const goingObstacle = (drafts: readonly ObjectDraft[]): readonly Obstacle[] => {
  const going = drafts.filter(({ action, live }) => action !== "delete" && live !== null && isBeingDeleted(live));
  if (going.length === 0) return [];
  const since = ({ ref, live }: ObjectDraft): string =>
    `${nameOf(ref)}: since ${textOrEmpty(live ?? {}, ["metadata", "deletionTimestamp"])}, held by ${textsAt(live ?? {}, ["metadata", "finalizers"]).join(", ") || "nothing"}`;
  return [
    {
      reason: "apply-failed",
      message: `${going.length === 1 ? "An object is" : `${going.length} objects are`} being deleted, and what is written to it would be lost:\n${lineEach(going.map(since))}`,
      hint: "Wait until it is gone, then deploy again; where nothing goes on, find out who sets that finalizer.",
    },
  ];
};

/** What the input `crds: check` is for: somebody else upgrades CRDs, and has not done it yet. */
export const crdObstacle = ({ drafts }: CrdPlan): readonly Obstacle[] => {
  const open = drafts.filter(({ action }) => action !== "unchanged");
  if (open.length === 0) return [];
  return [
    {
      reason: "apply-failed",
      message: `crds is check, and ${open.length} CustomResourceDefinitions are not as the chart has them:\n${lineEach(open.map(({ ref, action }) => `${ref.name}: ${action === "create" ? "not there" : "another one"}`))}`,
      hint: "Have them applied by who is in charge of them, or set crds to apply.",
    },
  ];
};

/** CRDs are not tried before they are applied: what the cluster would refuse of them is told by what it says itself. */
export const storedVersionObstacle = ({ drafts }: CrdPlan): readonly Obstacle[] => {
  const open = storedGone(drafts);
  if (open.length === 0) return [];
  return [
    {
      reason: "apply-failed",
      message: `The cluster would refuse what the chart has of ${open.length === 1 ? "a CustomResourceDefinition" : `${open.length} CustomResourceDefinitions`}, which lacks versions that objects may be stored in (status.storedVersions):\n${lineEach(open.map(({ ref, versions }) => `${ref.name}: ${versions.join(", ")}`))}`,
      hint: "Have the objects stored in a version that stays and take the others out of status.storedVersions (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#upgrade-existing-objects-to-a-new-stored-version); or set crds to skip.",
    },
  ];
};
