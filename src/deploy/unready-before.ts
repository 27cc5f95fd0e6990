import { numberAt } from "../kubernetes/json-fields.ts";
import { refKey } from "../kubernetes/resource-ref.ts";
import { operatedKind } from "../plan/changes/operated.ts";
import type { ObjectDraft } from "../plan/draft.ts";
import { isSpokenOf, ownerState } from "./owner-state.ts";
import { type WorkloadState, workloadState } from "./workload.ts";

type Before = Pick<ObjectDraft, "ref" | "action" | "live">;

/**
 * Which states are of workloads that a plan leaves as they are, and that were not ready when it was made: one node that
 * is away takes a pod of each DaemonSet along. What the operator makes may change by other ways, so that it must not
 * be worse than before.
 */
export const unreadyBefore = (drafts: readonly Before[]): ((state: WorkloadState) => boolean) => {
  const unchanged = drafts.filter(({ action }) => action === "unchanged");
  const lives = new Map(unchanged.map(({ ref, live }) => [refKey(ref), live]));
  return ({ ref, why, ready, madeOf }) => {
    const owner = madeOf ?? ref;
    const live = lives.get(refKey(owner)) ?? null;
    if (why === null || live === null) return false;
    if (operatedKind(owner) === null) return workloadState(live).why !== null;
    if (ownerState(live) !== null) return false;
    // Of a custom resource that no operator speaks of nothing is known of its pods.
    return madeOf === undefined || (isSpokenOf(live) && ready >= numberAt(live, ["status", "availableReplicas"]));
  };
};
