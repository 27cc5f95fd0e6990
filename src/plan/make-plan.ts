import { allDone } from "../core/all-done.ts";
import { nameOf, type ResourceRef } from "../core/finding.ts";
import { namesObject } from "../core/object-name.ts";
import type { Permission } from "../kubectl/permission.ts";
import { describeStamp, stampOf } from "../kubectl/stamp.ts";
import { refKey } from "../kubernetes/resource-ref.ts";
import { type LockHistory, readLockHistory } from "../lock/lock.ts";
import { type ReleaseName, releaseNameOf } from "../stack/release-name.ts";
import { judgeAccess, withAllMissing } from "./access/judge-access.ts";
import { assemblePlan } from "./assemble-plan.ts";
import { servedNotes } from "./changes/crd-versions.ts";
import { lossesOf } from "./changes/loss.ts";
import { ownersOf } from "./changes/owned.ts";
import { namesOnly } from "./hidden/redact.ts";
import { landed } from "./objects/landing.ts";
import { planTree, wantedOfTree } from "./objects/plan-tree.ts";
import { findStale } from "./objects/stale.ts";
import { sizeTrouble } from "./obstacles/helm-trouble.ts";
import { obstaclesOf } from "./obstacles/obstacles-of.ts";
import { judgeOrder } from "./order/order.ts";
import { planLayers } from "./plan.ts";
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
  const { stack, inputs, helm } = request;
  const release = releaseNameOf(stack.release);
  const wish = wishOf(request);
  const isAllowed = (ref: ResourceRef): boolean => inputs.allowOwned.some((entry) => namesObject(entry, ref));
  const read = await readAll(request, release, wish, { isAllowed, held });
  const { seen, history, tree, released, order } = read;
  const unstable = unstableOf(request, release, seen);

  const { action, drafts, stale } = await decide(request, read, unstable);
  const upgrades = action !== "none";
  const owned = ownersOf(drafts, release, isAllowed);
  const losses = lossesOf(drafts, inputs.allowDataLoss);
  const createsNamespace = action === "install" && helmMakesNamespace(stack.release, release, seen.live, drafts);
  const missing = await judgeAccess(request, seen, { release, drafts, upgrades, createsNamespace });
  const releaseBytes = seen.answer === null ? null : storedBytes(seen.answer);
  const size = sizeTrouble(upgrades ? releaseBytes : null);

  const { owners } = owned;
  const { recovery } = order;
  const found = { seen, upgrades, tree, released, owned, losses, missing, tooLarge: size.obstacle };
  const plan = assemblePlan(request, release, seen, {
    ...{ drafts, action, unstable, owners, losses, stale, recovery, releaseBytes },
    obstacles: [...order.obstacles, ...obstaclesOf(request, release, found)],
    notes: [...order.notes, ...servedNotes(drafts), ...notesOf(seen, missing, size.note)],
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

/** Whether helm has to be run, and what becomes of each object, in the order in which it would be done. */
const decide = async (
  { render, cluster, inputs: { prune } }: PlanRequest,
  { seen, tree, released, order }: Awaited<ReturnType<typeof readAll>>,
  unstable: UnstableFields,
) => {
  const { action, drafts } = decideRelease({ ...seen, drafts: released.drafts, chart: render.chart.chart, unstable });
  const kept = [...seen.crds.drafts, ...tree.drafts, ...drafts];
  const left = await findStale(order.inventory, kept, { landing: seen.landing, cluster, prune });
  const all = [...kept, ...left.drafts];
  return {
    action,
    drafts: planLayers.flatMap((layer) => all.filter((draft) => draft.layer === layer)),
    stale: left.stale,
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
