import { withoutValues } from "../kubectl/cluster-error.ts";
import { numberAt, objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { refOf } from "../kubernetes/resource-ref.ts";
import type { WorkloadState } from "./workload.ts";

/** Whether an operator has ever said anything of its custom resource: without one, nothing writes its conditions. */
export const isSpokenOf = (owner: JsonObject): boolean => conditionsOf(owner).length > 0;

/**
 * Why the operator has not carried out its custom resource as it is now; null when it has. What it made may not be
 * ready yet all the same: `ReconciliationTracker` in prometheus-operator's pkg/operator/operator.go.
 */
export const unreconciled = (owner: JsonObject): string | null => {
  const done = conditionsOf(owner).find(({ type }) => type === "Reconciled");
  if (done === undefined || !isCurrent(done, owner)) return "the operator has not seen the change yet";
  if (done["status"] === "True") return null;
  const said = withoutValues(textOrEmpty(done, ["message"]).trim()).slice(0, 500);
  return said === "" ? "the operator could not carry it out" : `the operator could not carry it out: ${said}`;
};

/**
 * Of a Prometheus, Alertmanager and the like; null where the operator does not say that all of its pods are ready, and
 * as the resource wants them: `StatefulSetReporter` in prometheus-operator's pkg/operator/statefulset_reporter.go.
 */
export const ownerState = (owner: JsonObject): WorkloadState | null => {
  const isAvailable = conditionsOf(owner).some(
    (one) => one["type"] === "Available" && one["status"] === "True" && isCurrent(one, owner),
  );
  const count = (name: string): number => numberAt(owner, ["status", name]);
  const [desired, ready] = [count("replicas"), count("availableReplicas")];
  const isDone = isAvailable && unreconciled(owner) === null && count("updatedReplicas") >= desired && ready >= desired;
  return isDone ? { ref: refOf(owner), ready, desired, why: null } : null;
};

const conditionsOf = (owner: JsonObject): readonly JsonObject[] => objectsAt(owner, ["status", "conditions"]);

const isCurrent = (condition: JsonObject, owner: JsonObject): boolean =>
  numberAt(condition, ["observedGeneration"]) >= numberAt(owner, ["metadata", "generation"]);
