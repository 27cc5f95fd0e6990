import { allDone } from "../../core/all-done.ts";
import type { ResourceRef } from "../../core/finding.ts";
import { nameOf } from "../../core/finding.ts";
import { inputName, namesObject } from "../../core/object-name.ts";
import type { LockHistory } from "../../lock/lock.ts";
import type { ReleaseName } from "../../stack/release-name.ts";
import { asObstacle } from "../obstacles/as-obstacle.ts";
import type { Obstacle } from "../plan.ts";
import type { PlanRequest } from "../plan-request.ts";
import { isPendingStatus, type Revision } from "../release/helm-release.ts";
import { readReleaseRecord } from "../release/release-record.ts";
import { planSource } from "../source.ts";
import type { Survey } from "../survey.ts";
import { commitOrder } from "./commit-order.ts";
import { type Deployed, deployedName, readDeployed } from "./deployed-state.ts";
import { type OtherStack, otherStacks } from "./other-stacks.ts";
import { planRecovery } from "./pending-release.ts";

/** What earlier deploys and other stacks say of this one. */
export interface OrderJudgement {
  readonly obstacles: readonly Obstacle[];
  readonly notes: readonly string[];
  /** What is done to a release that an ended run left pending; null where nothing has to be. */
  readonly recovery: string | null;
  /** What the last deploy applied of base and overlays. */
  readonly inventory: readonly ResourceRef[];
}

/**
 * `history` was read before anything else was. Throws OperatorError `unauthorized`, `cluster-unreachable` or
 * `apply-failed`.
 */
export const judgeOrder = async (
  request: PlanRequest,
  release: ReleaseName,
  { revision, landing }: Survey,
  history: LockHistory,
): Promise<OrderJudgement> => {
  const { cluster, inputs, outside, render } = request;
  const hasPrometheus = landing.api({ apiVersion: "monitoring.coreos.com/v1", kind: "Prometheus" }) !== undefined;
  const [reading, others] = await allDone([
    readDeployed(cluster, release),
    hasPrometheus ? otherStacks(release, cluster) : [],
  ]);
  const deployed = reading.ok ? reading.deployed : null;
  const { repository, sha: commit, runId } = planSource(outside.env);
  const { chart } = render.chart;
  const [order, pending, rivals] = await allDone([
    commitOrder({
      deployed,
      releaseChart: revision?.chart ?? null,
      candidate: { repository, commit, runId, chart },
      relation: outside.relateCommits,
      allowed: inputs.allowOutdated,
    }),
    pendingOf(revision, history, request),
    judgeOthers(others ?? [], deployed, request),
  ]);
  return {
    obstacles: [...order.obstacles, ...pending.obstacles, ...rivals.obstacles],
    notes: [
      ...(reading.ok
        ? []
        : [`What is deployed cannot be told from ConfigMap ${deployedName(release)}: ${reading.why}.`]),
      ...(history.holder === null ? [] : [`A deploy holds the lock of this release: ${history.holder}.`]),
      ...(others === null ? ["This account may not see whether other namespaces have a stack of their own."] : []),
      ...order.notes,
      ...rivals.notes,
    ],
    recovery: pending.recovery,
    inventory: deployed?.objects ?? [],
  };
};

const pendingOf = async (
  revision: Revision | null,
  { former }: LockHistory,
  { inputs, cluster }: PlanRequest,
): Promise<{ readonly recovery: string | null; readonly obstacles: readonly Obstacle[] }> => {
  const isPending = revision !== null && isPendingStatus(revision.status);
  const record = isPending ? await readReleaseRecord(revision, cluster) : null;
  const { recovery, refusal } = planRecovery(revision, inputs.onPending, { record, former });
  return { recovery, obstacles: refusal === null ? [] : [asObstacle(refusal)] };
};

/**
 * Another Prometheus may be wanted; one that this very folder of this repository deployed under another name is what a
 * renamed release leaves behind.
 */
const judgeOthers = async (
  others: readonly OtherStack[],
  deployed: Deployed | null,
  { cluster, inputs, outside, stack }: PlanRequest,
): Promise<Pick<OrderJudgement, "obstacles" | "notes">> => {
  const { repository } = planSource(outside.env);
  const judged = await allDone(
    others.map(async (other) => {
      const reading = await readDeployed(cluster, other.release);
      const theirs = reading.ok ? reading.deployed : null;
      const isOwn = theirs !== null && theirs.path === stack.path && theirs.repository === repository;
      const allowed = inputs.allowOwned.some((entry) => namesObject(entry, other.prometheus));
      return { other, isRenamed: isOwn && deployed === null && !allowed };
    }),
  );
  return {
    obstacles: judged.filter(({ isRenamed }) => isRenamed).map(({ other }) => renamed(other)),
    notes: judged
      .filter(({ isRenamed }) => !isRenamed)
      .map(({ other }) => `Another stack is in this cluster: ${tellOther(other)}.`),
  };
};

const tellOther = ({ prometheus, release }: OtherStack): string =>
  `helm release ${release.namespace}/${release.name} with ${nameOf(prometheus)}`;

const renamed = (other: OtherStack): Obstacle => ({
  reason: "owned-elsewhere",
  message: `This folder is deployed already, as ${tellOther(other)}: under a new name a second stack would stand beside it.`,
  hint: `Keep the release's name and namespace, or remove the old one first (\`helm uninstall ${other.release.name} --namespace ${other.release.namespace}\`); where both are wanted, name the old one in the input allow-owned: ${inputName(other.prometheus)}.`,
});
