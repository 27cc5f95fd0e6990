import { allDone } from "../core/all-done.ts";
import { nameOf, type ResourceRef } from "../core/finding.ts";
import { namesObject } from "../core/object-name.ts";
import type { RefusedObject } from "../kubectl/kubectl-failure.ts";
import type { Permission } from "../kubectl/permission.ts";
import { describeStamp, stampOf } from "../kubectl/stamp.ts";
import { refKey } from "../kubernetes/resource-ref.ts";
import { type LockHistory, readLockHistory } from "../lock/lock.ts";
import { type ReleaseName, releaseNameOf } from "../stack/release-name.ts";
import { judgeAccess, lacksPermission, withAllMissing } from "./access/judge-access.ts";
import { assemblePlan, sizeTrouble } from "./assemble-plan.ts";
import { lossesOf } from "./changes/loss.ts";
import { ownersOf } from "./changes/owned.ts";
import { namesOnly } from "./hidden/redact.ts";
import { landed } from "./objects/landing.ts";
import { planTree, wantedOfTree } from "./objects/plan-tree.ts";
import { findStale } from "./objects/stale.ts";
import {
  accessObstacle,
  crdObstacle,
  lossObstacle,
  offlineTrouble,
  ownedObstacle,
  refusals,
  releaseRefusals,
} from "./obstacles.ts";
import { judgeOrder } from "./order/order.ts";
import { type Obstacle, planLayers } from "./plan.ts";
import type { PlanRequest } from "./plan-request.ts";
import type { Planned } from "./planned.ts";
import { decideRelease, type UnstableFields } from "./release/decide-release.ts";
import { planRelease } from "./release/plan-release.ts";
import { helmMakesNamespace, withNamespaceMade } from "./release/release-namespace.ts";
import { storedBytes } from "./release/stored-size.ts";
import type { Upgrade } from "./release/upgrade-arguments.ts";
import { knownRefs, type Survey, survey, treeOf } from "./survey.ts";

/**
 * Decides everything that a deploy would do, and changes nothing. What would be refused is in the plan, so that a
 * person sees all of it at once. Throws OperatorError `unauthorized`, `cluster-unreachable` or `apply-failed` where not
 * even that can be found out. `held` is what the lock says to the run that has it; without it the lock is read.
 */
export const makePlan = async (request: PlanRequest, held?: LockHistory): Promise<Planned> => {
  const { stack, render, inputs, cluster, helm } = request;
  const release = releaseNameOf(stack.release);
  const wish = wishOf(request);
  const isAllowed = (ref: ResourceRef): boolean => inputs.allowOwned.some((entry) => namesObject(entry, ref));
  const { seen, history, tree, released, order } = await readAll(request, release, wish, { isAllowed, held });
  const unstable = unstableOf(request, release, seen);

  const decided = decideRelease({ ...seen, drafts: released.drafts, chart: render.chart.chart, unstable });
  const upgrades = decided.action !== "none";
  const kept = [...seen.crds.drafts, ...tree.drafts, ...decided.drafts];
  const { landing } = seen;
  const { drafts: deletes, stale } = await findStale(order.inventory, kept, { landing, cluster, prune: inputs.prune });
  const drafts = planLayers.flatMap((layer) => [...kept, ...deletes].filter((draft) => draft.layer === layer));

  const owned = ownersOf(drafts, release, isAllowed);
  const losses = lossesOf(drafts, inputs.allowDataLoss);
  const createsNamespace =
    decided.action === "install" && helmMakesNamespace(stack.release, release, seen.live, drafts);
  const missing = await judgeAccess(request, seen, { release, drafts, upgrades, createsNamespace });
  const isTold = (one: RefusedObject): boolean => missing !== null && missing.length > 0 && lacksPermission(one);
  const releaseBytes = seen.answer === null ? null : storedBytes(seen.answer);
  const size = sizeTrouble(upgrades ? releaseBytes : null);
  const obstacles: readonly Obstacle[] = [
    ...order.obstacles,
    ...ownedObstacle(owned.refused),
    ...(upgrades ? offlineTrouble(seen, release) : []),
    ...refusals(
      tree.refused.filter((one) => !isTold(one)),
      cluster,
    ),
    ...(upgrades
      ? releaseRefusals(
          released.refused.filter((one) => !isTold(one)),
          cluster,
        )
      : []),
    ...lossObstacle(losses),
    ...(inputs.crds === "check" ? crdObstacle(seen.crds) : []),
    ...accessObstacle(missing ?? [], cluster),
    ...(size.obstacle === null ? [] : [size.obstacle]),
  ];
  const { owners } = owned;
  const { recovery } = order;
  const { action } = decided;
  const plan = assemblePlan(request, release, seen, {
    ...{ drafts, action, unstable, owners, losses, obstacles, stale, recovery, releaseBytes },
    notes: [...order.notes, ...notesOf(seen, missing, size.note)],
  });
  const upgrade = upgrades
    ? { ...wish, stack: withNamespaceMade(wish.stack, createsNamespace), take: owned.take(helm.major) }
    : null;
  return {
    plan: request.namesOnly ? namesOnly(plan) : plan,
    drafts,
    upgrade,
    revision: seen.revision,
    turn: history.holder === null ? history.turn : null,
    stale,
  };
};

/** What a person should know that refuses nothing. */
const notesOf = (
  { crds, leftBehind, live }: Survey,
  missing: readonly Permission[] | null,
  ofSize: string | null,
): readonly string[] => [
  ...crds.newer.map(
    ({ ref, live: there, chart }) =>
      `${ref.name} stays as it is: the cluster has it of release ${there}, the chart of ${chart}.`,
  ),
  ...(missing === null
    ? ["The cluster does not tell what this account may do, so that its permissions are not proved."]
    : []),
  ...(ofSize === null ? [] : [ofSize]),
  ...leftBehind
    .filter((ref) => live(ref) !== undefined)
    .map((ref) => `${nameOf(ref)} is of a revision that failed or was ended, and helm knows of it no more: it stays.`),
];

/** Everything that is read. Throws with all permissions that this account lacks where it lacks one to read. */
const readAll = async (
  request: PlanRequest,
  release: ReleaseName,
  wish: Upgrade,
  { isAllowed, held }: { readonly isAllowed: (ref: ResourceRef) => boolean; readonly held: LockHistory | undefined },
) => {
  try {
    // Before all else: a run that ends while the rest is read has to be found out by its turn.
    const history = held ?? (await readLockHistory({ cluster: request.cluster, release }));
    const seen = await survey(request, wish);
    return { seen, history, ...(await judge(request, release, seen, { isAllowed, history })) };
  } catch (thrown) {
    throw await withAllMissing(thrown, request, release, (api) => knownRefs(request, release, api));
  }
};

/** What the cluster says of all objects, and what the last deploy says of this one. */
const judge = async (
  request: PlanRequest,
  release: ReleaseName,
  seen: Survey,
  { isAllowed, history }: { readonly isAllowed: (ref: ResourceRef) => boolean; readonly history: LockHistory },
) => {
  const { landing, live } = seen;
  const around = { landing, live, cluster: request.cluster };
  const wanted = wantedOfTree(treeOf(request), landing, isAllowed);
  const [tree, released, order] = await allDone([
    planTree(wanted, around),
    planRelease(seen.next, seen.last, {
      ...around,
      release,
      scratch: request.outside.scratch,
      serverSide: seen.serverSide,
      isAllowed,
    }),
    judgeOrder(request, release, seen, history),
  ]);
  return { tree, released, order };
};

/** What helm is asked for, before anything is known of owners. */
const wishOf = ({ stack, render, inputs, outside }: PlanRequest): Upgrade => ({
  stack,
  chart: render.chart.chart,
  timeoutMs: inputs.timeoutMs,
  description: describeStamp(stampOf(outside.env)),
  take: { fields: false, objects: false },
});

const unstableOf = ({ render }: PlanRequest, release: ReleaseName, { landing }: Survey): UnstableFields =>
  new Map(
    (render.unstable ?? []).map(({ ref, pointers }) => [refKey(landed(ref, landing, release.namespace)), pointers]),
  );
