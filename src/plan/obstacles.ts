import { OperatorError } from "../core/errors.ts";
import { nameOf, type ResourceRef } from "../core/finding.ts";
import { inputName } from "../core/object-name.ts";
import { applyError, conflictsIn, type RefusedObject, unknownKindsIn } from "../kubectl/kubectl-failure.ts";
import { type Permission, tellPermission } from "../kubectl/permission.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { ReleaseName } from "../stack/release-name.ts";
import type { ObjectDraft } from "./draft.ts";
import { groupKind } from "./objects/landing.ts";
import type { CrdPlan } from "./objects/plan-crds.ts";
import type { Loss, Obstacle, Plan } from "./plan.ts";
import type { Survey } from "./survey.ts";

/** The same for something that was thrown. */
export const asObstacle = ({ reason, message, hint }: OperatorError): Obstacle => ({ reason, message, hint });

/**
 * Throws OperatorError `apply-failed` where the cluster would take something of the plan from nobody. What people
 * decide (an owner, a loss, an older commit) is in the plan, and refuses a deploy alone.
 */
export const refuseImpossible = ({ obstacles }: Pick<Plan, "obstacles">): void => {
  const [first, ...others] = obstacles.filter(({ reason }) => reason === "apply-failed");
  if (first === undefined) return;
  const message = [first, ...others].map((one) => one.message).join("\n");
  throw new OperatorError("apply-failed", message, `${first.hint} Nothing was changed.`);
};

/** Objects that the cluster would refuse: those that others hold apart from all else. */
export const refusals = (refused: readonly RefusedObject[], cluster: Cluster): readonly Obstacle[] => {
  const isHeld = ({ stderr }: RefusedObject): boolean => conflictsIn(stderr).length > 0;
  const groups = [refused.filter(isHeld), refused.filter((one) => !isHeld(one))];
  return groups.flatMap((group): readonly Obstacle[] => {
    if (group.length === 0) return [];
    const { reason, message, hint } = applyError(group, cluster);
    return [{ reason, message, hint: hintBefore(reason, group) ?? hint }];
  });
};

/** The next step where nothing is applied yet; null where it is the same as after. */
const hintBefore = (reason: Obstacle["reason"], refused: readonly RefusedObject[]): string | null => {
  if (reason === "owned-elsewhere")
    return `Remove these fields from the tree or stop the other manager; or take them over by naming the objects in the input allow-owned, e.g. ${exampleOf(refused)}.`;
  if (reason !== "apply-failed" || refused.some(({ stderr }) => unknownKindsIn(stderr).length > 0)) return null;
  return refused.some(({ stderr }) => stderr.startsWith("the namespace "))
    ? "Add the namespace to base, or --create-namespace to the helm line of upstream/install.sh."
    : "Correct the objects in the tree or in the chart's values.";
};

/**
 * The same of the release's objects. Where helm's own name is among those that hold a field, an older helm 4 made the
 * object and noted it as an update, which its server-side apply then meets as another manager's
 * (https://github.com/helm/helm/issues/31516).
 */
export const releaseRefusals = (refused: readonly RefusedObject[], cluster: Cluster): readonly Obstacle[] =>
  refusals(refused, cluster).map((obstacle) => {
    if (obstacle.reason !== "owned-elsewhere") return obstacle;
    const held = refused.filter(({ stderr }) => conflictsIn(stderr).length > 0);
    const own = held.some(({ stderr }) => conflictsIn(stderr).some(({ manager }) => manager === "helm"));
    const why = own
      ? " An older helm noted its own fields as another manager's (helm issue 31516): take them over."
      : "";
    const names = held.map(({ ref }) => inputName(ref)).join(", ");
    return {
      ...obstacle,
      message: obstacle.message.replace("that the tree sets", "that the chart sets"),
      hint: `Turn the setting off in the chart's values or stop the other manager; or have helm take these fields over by naming all of these objects in the input allow-owned: ${names}.${why}`,
    };
  });

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
          message: `${owned.length === 1 ? "An object is" : `${owned.length} objects are`} held by others, and nothing is taken from them:\n${list(owned.map(({ ref, owner }) => `${nameOf(ref)}: ${owner}`))}`,
          hint: `Remove them there or from the tree; or name them in the input allow-owned, e.g. ${exampleOf(owned)}.`,
        },
      ];

export const lossObstacle = (losses: readonly Loss[]): readonly Obstacle[] => {
  const open = losses.filter(({ allowed }) => !allowed);
  if (open.length === 0) return [];
  return [
    {
      reason: "data-loss",
      message: `This would lose data:\n${list(open.map(({ ref, what }) => `${nameOf(ref)}: ${what}`))}`,
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
          message: `The account on ${server} lacks ${missing.length === 1 ? "a permission" : `${missing.length} permissions`} that this plan needs:\n${list(missing.map(tellPermission))}`,
          hint: "Grant them with a Role or a ClusterRole; docs/rbac holds one for each mode.",
        },
      ];

/** What the input `crds: check` is for: somebody else upgrades CRDs, and has not done it yet. */
export const crdObstacle = ({ drafts }: CrdPlan): readonly Obstacle[] => {
  const open = drafts.filter(({ action }) => action !== "unchanged");
  if (open.length === 0) return [];
  return [
    {
      reason: "apply-failed",
      message: `crds is check, and ${open.length} CustomResourceDefinitions are not as the chart has them:\n${list(open.map(({ ref, action }) => `${ref.name}: ${action === "create" ? "not there" : "another one"}`))}`,
      hint: "Have them applied by who is in charge of them, or set crds to apply.",
    },
  ];
};

/** Objects of the release that are there and are no release's: helm refuses to touch them. */
export const isUnmarked = ({ layer, live }: ObjectDraft): boolean =>
  layer === "release" &&
  live !== null &&
  !JSON.stringify(live["metadata"] ?? {}).includes('"meta.helm.sh/release-name"');

/**
 * Why helm's own dry run failed, where that is not what a first install brings along: kinds and namespaces that come
 * with this plan, and a release that another helm left pending, which has an obstacle of its own. helm's words are not
 * told: a template may have put what it looked up in the cluster into them.
 */
export const offlineTrouble = ({ offline, landing, revision }: Survey, release: ReleaseName): readonly Obstacle[] => {
  if (offline === null || revision?.status.startsWith("pending-") === true) return [];
  const unknown = unknownKindsIn(offline);
  if (unknown.length > 0 && unknown.every((kind) => landing.madeKinds.has(groupKind(kind)))) return [];
  // Told object by object, with who holds it.
  if (/invalid ownership metadata/.test(offline)) return [];
  const { name, namespace } = release;
  return [
    {
      reason: "apply-failed",
      message: `helm cannot render the release ${namespace}/${name} with what is in the cluster, though it can without. Its words may quote what a template looked up there, and are not told.`,
      hint: `Run \`helm upgrade --install ${name} … --namespace ${namespace} --dry-run=server\` by hand, with the same chart and values, and correct what it names.`,
    },
  ];
};

/** An example of what an input takes. */
const exampleOf = ([first]: readonly { readonly ref: ResourceRef }[]): string =>
  first === undefined ? "" : inputName(first.ref);

const most = 30;

const list = (lines: readonly string[]): string =>
  [
    ...lines.slice(0, most).map((line) => `  - ${line}`),
    ...(lines.length > most ? [`  - and ${lines.length - most} more`] : []),
  ].join("\n");
