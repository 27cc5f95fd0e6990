import { refKey } from "../kubernetes/resource-ref.ts";
import type { ObjectDraft } from "../plan/draft.ts";
import { ownerState } from "./owner-state.ts";
import { type WorkloadState, workloadState } from "./workload.ts";
import type { Expected } from "./workloads.ts";

/**
 * The state of every expected workload by what the plan has read of the cluster, without another request; null where
 * that does not say that all of them are ready, so that somebody has to look. For what the operator makes of its custom
 * resources their own status speaks.
 */
export const readyAsRead = (
  { workloads, owners }: Expected,
  drafts: readonly Pick<ObjectDraft, "ref" | "live">[],
): readonly WorkloadState[] | null => {
  const live = new Map(drafts.map((draft) => [refKey(draft.ref), draft.live]));
  const states: WorkloadState[] = [];
  for (const [refs, stateOf] of [
    [workloads, workloadState],
    [owners, ownerState],
  ] as const)
    for (const ref of refs) {
      const object = live.get(refKey(ref));
      const state = object ? stateOf(object) : null;
      if (state === null || state.why !== null) return null;
      states.push(state);
    }
  return states;
};
