import { expect, test } from "vitest";
import { withWritesOfOthers } from "../../../src/deploy/rollback/written-meanwhile.ts";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";

const entry = (manager: string, time: string, fieldsV1: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...{ manager, operation: "Update", apiVersion: "apps/v1", fieldsType: "FieldsV1", time, fieldsV1, ...more },
});
const containers = (...names: readonly string[]): JsonObject => ({
  "f:spec": {
    "f:containers": Object.fromEntries(names.map((name) => [`k:{"name":"${name}"}`, { ".": {}, "f:image": {} }])),
  },
});
const pod = (managedFields: readonly JsonObject[], spec: JsonObject): JsonObject => ({
  ...{ apiVersion: "v1", kind: "Pod", metadata: { name: "p", managedFields }, spec },
});
const [early, late] = ["2026-01-01T00:00:00Z", "2026-01-01T00:00:09Z"];

test("what others wrote since is kept: a field, an item of a list, and that they hold it", () => {
  const helm = entry("helm", early, { "f:spec": { "f:replicas": {} } });
  const former = pod([helm], { replicas: 1, containers: [{ name: "main", image: "a" }], keep: "k" });
  const scaled = entry("hpa", late, { "f:spec": { "f:replicas": {} } });
  const injected = entry("mesh", late, containers("proxy"));
  const now = pod([{ ...helm, time: late }, scaled, injected], {
    replicas: 5,
    containers: [
      { name: "main", image: "b" },
      { name: "sidecar", image: "ours" },
      { name: "proxy", image: "mesh" },
    ],
  });
  expect(withWritesOfOthers(former, now)).toEqual({
    others: ["hpa (Update)", "mesh (Update)"],
    object: pod([helm, scaled, injected], {
      replicas: 5,
      containers: [
        { name: "main", image: "a" },
        { name: "proxy", image: "mesh" },
      ],
      keep: "k",
    }),
  });
});

test.each([
  ["helm itself", entry("helm", late, { "f:spec": { "f:replicas": {} } })],
  ["a helm 3 by another file name", entry("helm-3.22.0", late, { "f:spec": { "f:replicas": {} } })],
  ["this action", entry("prometheus-stack-action", late, { "f:spec": { "f:replicas": {} } }, { operation: "Apply" })],
  ["a controller by the status", entry("kubelet", late, { "f:spec": { "f:replicas": {} } }, { subresource: "status" })],
  ["somebody who wrote before", entry("somebody", early, { "f:spec": { "f:replicas": {} } })],
])("what %s wrote is not", (_who, writer) => {
  const former = pod([entry("somebody", early, { "f:spec": { "f:replicas": {} } })], { replicas: 1 });
  expect(withWritesOfOthers(former, pod([writer], { replicas: 5 }))).toEqual({ object: former, others: [] });
});

test("Flux's helm-controller is somebody else", () => {
  const writer = entry("helm-controller", late, { "f:spec": { "f:replicas": {} } });
  expect(withWritesOfOthers(pod([], { replicas: 1 }), pod([writer], { replicas: 5 })).object["spec"]).toEqual({
    replicas: 5,
  });
});
