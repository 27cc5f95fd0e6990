import { describe, expect, test } from "vitest";
import { readyAsRead } from "../../src/deploy/ready-as-read.ts";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import { refOf } from "../../src/kubernetes/resource-ref.ts";

const metadata = { name: "main", namespace: "monitoring", generation: 3 };
const done = { replicas: 2, updatedReplicas: 2, availableReplicas: 2 };
const deployment = (status: JsonObject): JsonObject => ({
  ...{ apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { replicas: 2 } },
  status: { observedGeneration: 3, readyReplicas: 2, ...done, ...status },
});
const condition = (type: string, more: JsonObject = {}): JsonObject => ({
  ...{ type, status: "True", observedGeneration: 3 },
  ...more,
});
const conditions = [condition("Available"), condition("Reconciled")];
const prometheus = (status: JsonObject): JsonObject => ({
  ...{ apiVersion: "monitoring.coreos.com/v1", kind: "Prometheus", metadata, spec: {} },
  status,
});

const read = (...live: readonly JsonObject[]) =>
  readyAsRead(
    { workloads: [refOf(deployment({}))], owners: [refOf(prometheus({}))] },
    live.map((object) => ({ ref: refOf(object), live: object })),
  );

describe("what a plan has read of workloads", () => {
  test("is enough where all of them are ready, by their own status or by the operator's word", () => {
    expect(read(deployment({}), prometheus({ ...done, conditions }))).toEqual([
      { ref: refOf(deployment({})), ready: 2, desired: 2, why: null },
      { ref: refOf(prometheus({})), ready: 2, desired: 2, why: null },
    ]);
  });

  test.each<readonly [string, readonly JsonObject[]]>([
    ["one was not read", [prometheus({ ...done, conditions })]],
    ["a replica is not ready", [deployment({ readyReplicas: 1 }), prometheus({ ...done, conditions })]],
    ["the operator has said nothing yet", [deployment({}), prometheus({})]],
    ["it is not available", [deployment({}), prometheus({ ...done, conditions: conditions.slice(1) })]],
    [
      "it is available in part",
      [
        deployment({}),
        prometheus({ ...done, conditions: [condition("Available", { status: "Degraded" }), condition("Reconciled")] }),
      ],
    ],
    [
      "the operator speaks of an earlier generation",
      [
        deployment({}),
        prometheus({
          ...done,
          conditions: [condition("Available"), condition("Reconciled", { observedGeneration: 2 })],
        }),
      ],
    ],
    ["a pod is not updated", [deployment({}), prometheus({ ...done, updatedReplicas: 1, conditions })]],
    ["a pod does not answer", [deployment({}), prometheus({ ...done, availableReplicas: 1, conditions })]],
  ])("is not where %s", (_why, live) => {
    expect(read(...live)).toBeNull();
  });
});
