import type { ResourceRef } from "../core/finding.ts";
import { numberAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { refOf } from "../kubernetes/resource-ref.ts";

export const workloadKinds: readonly string[] = ["Deployment", "StatefulSet", "DaemonSet"];

/** How far a workload's rollout is. */
export interface WorkloadState {
  readonly ref: ResourceRef;
  readonly ready: number;
  readonly desired: number;
  /** Why it is not done, e.g. `0 of 2 replicas available`; null when it is. */
  readonly why: string | null;
  /** The custom resource of which the operator has made it; of others there is none. */
  readonly madeOf?: ResourceRef;
}

/** The state of a live Deployment, StatefulSet or DaemonSet. */
export const workloadState = (object: JsonObject): WorkloadState => {
  const ref = refOf(object);
  const now = counts(ref.kind, object);
  // An old replica that still answers is no sign that the new one ever will.
  return { ref, ready: Math.max(0, now.ready - now.old), desired: now.desired, why: pending(object, now) };
};

interface Counts {
  readonly ready: number;
  readonly desired: number;
  readonly updated: number;
  readonly available: number;
  /**
   * Replicas of an earlier revision that still run beside the updated ones: a Deployment starts the
   * new before it stops the old.
   */
  readonly old: number;
}

const counts = (kind: string, object: JsonObject): Counts => {
  const status = (name: string): number => numberAt(object, ["status", name]);
  // Pods of these are replaced only when somebody deletes them: the old ones are no unfinished rollout.
  const byHand = textOrEmpty(object, ["spec", "updateStrategy", "type"]) === "OnDelete";
  if (kind === "DaemonSet") {
    const desired = status("desiredNumberScheduled");
    const updated = byHand ? desired : status("updatedNumberScheduled");
    return { desired, ready: status("numberReady"), updated, available: status("numberAvailable"), old: 0 };
  }
  const { replicas } = (object["spec"] ?? {}) as { readonly replicas?: number };
  const desired = replicas ?? 1;
  const partitioned = numberAt(object, ["spec", "updateStrategy", "rollingUpdate", "partition"]) > 0;
  const updated = byHand || partitioned ? desired : status("updatedReplicas");
  const old = kind === "Deployment" ? Math.max(0, status("replicas") - updated) : 0;
  return { desired, ready: status("readyReplicas"), updated, available: status("availableReplicas"), old };
};

const pending = (object: JsonObject, { ready, desired, updated, available, old }: Counts): string | null => {
  if (numberAt(object, ["status", "observedGeneration"]) < numberAt(object, ["metadata", "generation"]))
    return "its controller has not seen the change yet";
  if (updated < desired) return `${updated} of ${desired} replicas updated`;
  if (old > 0) return `${old} of the replicas before the change still run: those that replace them are not ready`;
  if (ready < desired) return `${ready} of ${desired} replicas ready`;
  return available < desired ? `${available} of ${desired} replicas available` : null;
};
