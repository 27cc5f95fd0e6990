import { allDone } from "../core/all-done.ts";
import type { ResourceRef } from "../core/finding.ts";
import { namesObject } from "../core/object-name.ts";
import { refKey } from "../kubernetes/resource-ref.ts";
import { missingPermissions, neededPermissions } from "./access.ts";
import { chartName, decideRelease, type UnstableFields } from "./decide-release.ts";
import { type Digester, digester } from "./digest.ts";
import type { ObjectDraft } from "./draft.ts";
import type { ReleaseName } from "./helm-release.ts";
import { imagesOf } from "./images.ts";
import { landed } from "./landing.ts";
import { readLive } from "./live-objects.ts";
import { lossesOf } from "./loss.ts";
import { accessObstacle, crdObstacle, lossObstacle, ownedObstacle, refusals } from "./obstacles.ts";
import { type OrderJudgement, judgeOrder } from "./order.ts";
import { ownersOf } from "./owned.ts";
import type { Loss, Obstacle, Plan, PlannedRelease } from "./plan.ts";
import { planRelease } from "./plan-release.ts";
import type { PlanRequest } from "./plan-request.ts";
import { planTree, wantedOfTree } from "./plan-tree.ts";
import type { Planned } from "./planned.ts";
import { present } from "./present.ts";
import { namesOnly, secretsOfBodies } from "./redact.ts";
import { restartsOf } from "./restarts.ts";
import { planSource } from "./source.ts";
import { describeStamp, stampOf } from "./stamp.ts";
import { storedBytes } from "./stored-size.ts";
import { type Survey, survey, treeOf } from "./survey.ts";
import type { Upgrade } from "./upgrade-arguments.ts";

/**
 * Decides everything that a deploy would do, and changes nothing. What would be refused is in the plan, so that a
 * person sees all of it at once. Throws OperatorError `unauthorized`, `cluster-unreachable` or `apply-failed` where not
 * even that can be found out.
 */
export const makePlan = async (request: PlanRequest): Promise<Planned> => {
  const { stack, render, inputs, cluster, helm } = request;
  const release = { name: stack.release.name.value, namespace: stack.release.namespace.value };
  const wish = wishOf(request);
  const seen = await survey(request, wish, () => []);
  const { landing, live } = seen;
  const isAllowed = (ref: ResourceRef): boolean => inputs.allowOwned.some((entry) => namesObject(entry, ref));
  const around = { landing, live, cluster };
  const tree = (["base", "overlay"] as const).flatMap((layer) =>
    wantedOfTree(layer, treeOf(request).filter((one) => one.layer === layer), landing, isAllowed),
  );
  const [treeTried, released, order] = await allDone([
    planTree(tree, around),
    planRelease(seen.next, seen.last, { ...around, release, helmMajor: helm.major, isAllowed }),
    judgeOrder(request, release, seen),
  ]);
  const unstable = unstableOf(request, release, seen);
  const decided = decideRelease({ ...seen, drafts: released.drafts, chart: render.chart.chart, unstable });
  const pruned = await stalePart(request, order, [...treeTried.drafts, ...released.drafts], seen);
  const drafts = [...seen.crds.drafts, ...treeTried.drafts, ...decided.drafts, ...pruned.drafts].sort(byLayer);
  const owned = ownersOf(drafts, release, isAllowed);
  const losses = lossesOf(drafts, inputs.allowDataLoss);
  const upgrades = decided.action !== "none";
  const needed = neededPermissions(drafts, seen.next.hooks.map(({ ref }) => ref), { release, api: landing.api, upgrades });
  const missing = await missingPermissions(needed, cluster);
  const obstacles: readonly Obstacle[] = [
    ...order.obstacles,
    ...ownedObstacle(owned.refused),
    ...refusals([...treeTried.refused, ...(upgrades ? released.refused : [])], cluster),
    ...lossObstacle(losses),
    ...(inputs.crds === "check" ? crdObstacle(seen.crds) : []),
    ...accessObstacle(missing ?? [], cluster),
  ];
  const upgrade = upgrades ? { ...wish, take: owned.take(helm.major) } : null;
  const parts = { drafts, losses, obstacles, order, unstable, stale: pruned.stale, action: decided.action, owners: owned.owners };
  const plan = assemble(request, release, seen, parts);
  return { plan: request.namesOnly ? namesOnly(plan) : plan, drafts, upgrade, revision: seen.revision };
};
