import { expect, test } from "vitest";
import { differingFields } from "../../../src/deploy/rollback/compare-former.ts";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";

const entry = (manager: string, fields: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...{ manager, operation: "Update", apiVersion: "apps/v1", time: "2026-01-01T00:00:00Z", fieldsV1: fields, ...more },
});
const held = [
  entry("helm", { "f:spec": { "f:replicas": {} } }),
  entry(
    "kube-controller-manager",
    { "f:metadata": { "f:annotations": { ".": {}, "f:deployment.kubernetes.io/revision": {} } }, "f:status": {} },
    { subresource: "status" },
  ),
];
const object = (metadata: JsonObject, spec: JsonObject = { replicas: 1 }, status: JsonObject = {}): JsonObject => ({
  ...{ apiVersion: "apps/v1", kind: "Deployment", spec, status },
  metadata: { name: "d", managedFields: held, ...metadata },
});
const former = object({ uid: "1", resourceVersion: "1", annotations: { "deployment.kubernetes.io/revision": "1" } });

test("what nobody can ask for is no difference", () => {
  const later = held.map((one) => ({ ...one, time: "2027-01-01T00:00:00Z" }));
  const now = object(
    { uid: "2", resourceVersion: "9", generation: 4, managedFields: later.toReversed(), creationTimestamp: "x" },
    { replicas: 1 },
    { readyReplicas: 1 },
  );
  const counted = {
    ...now,
    metadata: { ...(now["metadata"] as JsonObject), annotations: { "deployment.kubernetes.io/revision": "3" } },
  };
  expect(differingFields(former, now)).toEqual([]);
  expect(differingFields(former, counted)).toEqual([]);
});

test.each<readonly [string, JsonObject, readonly string[]]>([
  ["a value", object({}, { replicas: 2 }), ["/spec/replicas"]],
  ["a field more", object({}, { replicas: 1, paused: true }), ["/spec/paused"]],
  ["a field less", object({}, {}), ["/spec/replicas"]],
  ["a label", object({ labels: { team: "gpu" } }), ["/metadata/labels/team"]],
  [
    "a stamp of ours",
    object({ annotations: { "prometheus-stack-action.dev/commit": "b" } }),
    ["/metadata/annotations/prometheus-stack-action.dev~1commit"],
  ],
  [
    "who holds a field",
    object({ managedFields: [entry("somebody", { "f:spec": { "f:replicas": {} } })] }),
    ["/metadata/managedFields"],
  ],
])("%s is one", (_what, now, pointers) => {
  expect(differingFields(object({}), now)).toEqual(pointers);
});

test("a DaemonSet's templates are counted by the server, in an annotation", () => {
  const counted = (count: string) => ({
    ...{ apiVersion: "apps/v1", kind: "DaemonSet" },
    metadata: { name: "d", annotations: { "deprecated.daemonset.template.generation": count, team: "gpu" } },
  });
  expect(differingFields(counted("1"), counted("3"))).toEqual([]);
});
