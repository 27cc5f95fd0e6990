import { OperatorError } from "../../core/errors.ts";
import type { ResourceRef } from "../../core/finding.ts";
import { readApiResources } from "../../kubectl/api-resources.ts";
import { accessTrouble } from "../../kubectl/cluster-error.ts";
import type { RefusedObject } from "../../kubectl/kubectl-failure.ts";
import type { NeededPermission, Permission } from "../../kubectl/permission.ts";
import { templatePath } from "../../kubernetes/pod-template.ts";
import type { ReleaseName } from "../../stack/release-name.ts";
import { operatedKind } from "../changes/operated.ts";
import type { ObjectDraft } from "../draft.ts";
import { accessObstacle } from "../obstacles/decisions.ts";
import type { PlanRequest } from "../plan-request.ts";
import { upgradeHooks } from "../release/upgrade-hooks.ts";
import { refsIn, type Survey } from "../survey.ts";
import { missingPermissions } from "./access.ts";
import { withComingKinds } from "./coming-kinds.ts";
import { deployingNeeds, tryingNeeds } from "./deploying-needs.ts";
import { readingNeeds } from "./reading-needs.ts";

/** What is decided of a plan before it is asked who may do it. */
export interface ToAllow {
  readonly release: ReleaseName;
  readonly drafts: readonly ObjectDraft[];
  /** Whether helm is run, and whether it makes the namespace. */
  readonly upgrades: boolean;
  readonly createsNamespace: boolean;
}

/**
 * What this account lacks, asked for before any write; null where the cluster does not tell. A deploy is asked for all
 * that it will do; a plan for what it tries, because who carries it out may be another account.
 */
export const judgeAccess = async (
  { cluster, helm, inputs }: PlanRequest,
  { landing, crds, next }: Survey,
  { release, drafts, upgrades, createsNamespace }: ToAllow,
): Promise<readonly Permission[] | null> => {
  // What is read has been read by now.
  if (!upgrades && drafts.every(({ action }) => action === "unchanged")) return [];
  const api = withComingKinds(
    landing.api,
    crds.drafts.flatMap(({ wanted }) => (wanted === null ? [] : [wanted])),
  );
  const trying = tryingNeeds(drafts, { release, api });
  if (inputs.mode === "plan") return missingPermissions(trying, cluster);
  const hooks = upgradeHooks(next);
  const waitsIn = workloadNamespaces(drafts);
  const { major: helmMajor } = helm;
  const goesBack = inputs.rollbackOnFailure !== "false";
  const how = { release, api, drafts, hooks, upgrades, createsNamespace, helmMajor, waitsIn, goesBack };
  const deploying = deployingNeeds(how);
  return missingPermissions([...trying, ...deploying], cluster);
};

const workloadNamespaces = (drafts: readonly ObjectDraft[]): readonly string[] => [
  ...new Set(
    drafts
      .filter(({ action, ref }) => action !== "delete" && (isWorkload(ref) || operatedKind(ref) !== null))
      .flatMap(({ ref }) => ref.namespace ?? []),
  ),
];

const isWorkload = ({ apiVersion, kind }: ResourceRef): boolean =>
  apiVersion === "apps/v1" && kind !== "ReplicaSet" && templatePath(kind) !== null;

/** Whether an object was refused for want of a permission only, so that the review tells it. */
export const lacksPermission = ({ stderr }: RefusedObject): boolean =>
  accessTrouble(stderr)?.kind === "forbidden" || /attempting to grant RBAC permissions not currently held/.test(stderr);

/**
 * What to throw where a plan could not be read for want of a permission: with all that this account lacks, at once.
 * Anything else is thrown as it is. What would be written is not known then: each object is taken for one that changes.
 */
export const withAllMissing = async (
  thrown: unknown,
  request: PlanRequest,
  release: ReleaseName,
  refs: (api: Survey["landing"]["api"]) => readonly ResourceRef[],
): Promise<unknown> => {
  if (!(thrown instanceof OperatorError) || thrown.reason !== "unauthorized") return thrown;
  const { cluster, inputs, helm } = request;
  try {
    const api = await readApiResources(cluster, refsIn(request.render));
    const around = { release, api };
    const all = refs(api);
    const drafts = all.map(
      (ref) => ({ ref, layer: "overlay", action: "update", live: {}, wanted: null, unverified: null }) as const,
    );
    const writing: readonly NeededPermission[] =
      inputs.mode === "plan"
        ? tryingNeeds(drafts, around)
        : deployingNeeds({
            ...around,
            drafts,
            hooks: [],
            upgrades: true,
            createsNamespace: false,
            helmMajor: helm.major,
            waitsIn: [],
            goesBack: inputs.rollbackOnFailure !== "false",
          });
    const missing = await missingPermissions([...readingNeeds(all, around), ...writing], cluster);
    const [obstacle] = accessObstacle(missing ?? [], cluster);
    if (obstacle === undefined) return thrown;
    return new OperatorError(obstacle.reason, obstacle.message, obstacle.hint, { cause: thrown });
  } catch {
    return thrown;
  }
};
