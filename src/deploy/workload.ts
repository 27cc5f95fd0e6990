import type { ResourceRef } from "../finding.ts";
import type { JsonObject } from "../manifest.ts";
import { numberAt, refOf, textAt } from "./kubectl-output.ts";

export const workloadKinds: readonly string[] = ["Deployment", "StatefulSet", "DaemonSet"];

/** How far a workload's rollout is. */
export interface WorkloadState {
  readonly ref: ResourceRef;
  readonly ready: number;
  readonly desired: number;
  /** Why it is not done, e.g. `0 of 2 replicas available`; null when it is. */
  readonly why: string | null;
}

/** The state of a live Deployment, StatefulSet or DaemonSet. */
export const workloadState = (object: JsonObject): WorkloadState => {
  const ref = refOf(object);
  const { ready, desired, updated, available } = counts(ref.kind, object);
  return { ref, ready, desired, why: pending(object, ready, desired, updated, available) };
};

interface Counts {
  readonly ready: number;
  readonly desired: number;
  readonly updated: number;
  readonly available: number;
}

const counts = (kind: string, object: JsonObject): Counts => {
  const status = (name: string): number => numberAt(object, "status", name);
  // Pods of these are replaced only when somebody deletes them: the old ones are no unfinished rollout.
  const byHand = textAt(object, "spec", "updateStrategy", "type") === "OnDelete";
  if (kind === "DaemonSet") {
    const desired = status("desiredNumberScheduled");
    const updated = byHand ? desired : status("updatedNumberScheduled");
    return { desired, ready: status("numberReady"), updated, available: status("numberAvailable") };
  }
  const { replicas } = (object["spec"] ?? {}) as { readonly replicas?: number };
  const desired = replicas ?? 1;
  const partitioned = numberAt(object, "spec", "updateStrategy", "rollingUpdate", "partition") > 0;
  const updated = byHand || partitioned ? desired : status("updatedReplicas");
  return { desired, ready: status("readyReplicas"), updated, available: status("availableReplicas") };
};

const pending = (
  object: JsonObject,
  ready: number,
  desired: number,
  updated: number,
  available: number,
): string | null => {
  if (numberAt(object, "status", "observedGeneration") < numberAt(object, "metadata", "generation"))
    return "its controller has not seen the change yet";
  if (updated < desired) return `${updated} of ${desired} replicas updated`;
  if (ready < desired) return `${ready} of ${desired} replicas ready`;
  return available < desired ? `${available} of ${desired} replicas available` : null;
};
