import { numberAt, objectsAt } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { refKey, refOf } from "../kubernetes/resource-ref.ts";
import type { ObjectDraft } from "../plan/draft.ts";
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

/**
 * Of a Prometheus, Alertmanager and the like; null where the operator does not say that all of its pods are ready, and
 * as the resource wants them: `StatefulSetReporter` in prometheus-operator's pkg/operator/statefulset_reporter.go.
 */
const ownerState = (object: JsonObject): WorkloadState | null => {
  const generation = numberAt(object, ["metadata", "generation"]);
  const holds = (type: string): boolean =>
    objectsAt(object, ["status", "conditions"]).some(
      (one) => one["type"] === type && one["status"] === "True" && numberAt(one, ["observedGeneration"]) >= generation,
    );
  const count = (name: string): number => numberAt(object, ["status", name]);
  const [desired, ready] = [count("replicas"), count("availableReplicas")];
  const isDone = holds("Available") && holds("Reconciled") && count("updatedReplicas") >= desired && ready >= desired;
  return isDone ? { ref: refOf(object), ready, desired, why: null } : null;
};
