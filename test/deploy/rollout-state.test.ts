import { describe, expect, test } from "vitest";
import { logHider } from "../../src/deploy/container-log.ts";
import { containersOf } from "../../src/deploy/container-state.ts";
import { workloadState } from "../../src/deploy/workload.ts";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { Planned } from "../../src/plan/planned.ts";
import { type Hide, secretHider } from "../../src/secrets/hide-secrets.ts";

const workload = (kind: string, spec: JsonObject, status: JsonObject): JsonObject => ({
  apiVersion: "apps/v1",
  kind,
  metadata: { name: "w", namespace: "n", generation: 2 },
  spec,
  status: { observedGeneration: 2, ...status },
});
const done = { replicas: 2, updatedReplicas: 2, readyReplicas: 2, availableReplicas: 2 };

describe("how far a rollout is", () => {
  test.each([
    ["Deployment", { replicas: 2 }, done, null],
    ["Deployment", { replicas: 0 }, {}, null],
    ["Deployment", {}, {}, "0 of 1 replicas updated"],
    ["Deployment", { replicas: 2 }, { ...done, observedGeneration: 1 }, "its controller has not seen the change yet"],
    ["Deployment", { replicas: 2 }, { ...done, updatedReplicas: 1 }, "1 of 2 replicas updated"],
    ["Deployment", { replicas: 2 }, { ...done, readyReplicas: 1 }, "1 of 2 replicas ready"],
    ["Deployment", { replicas: 2 }, { ...done, availableReplicas: 1 }, "1 of 2 replicas available"],
    [
      "Deployment",
      { replicas: 1 },
      { replicas: 2, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1 },
      "1 of the replicas before the change still run: those that replace them are not ready",
    ],
    ["StatefulSet", { replicas: 2, updateStrategy: { type: "OnDelete" } }, { ...done, updatedReplicas: 0 }, null],
    [
      "StatefulSet",
      { replicas: 2, updateStrategy: { rollingUpdate: { partition: 1 } } },
      { ...done, updatedReplicas: 1 },
      null,
    ],
    ["DaemonSet", {}, { desiredNumberScheduled: 0 }, null],
    [
      "DaemonSet",
      {},
      { desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberReady: 2, numberAvailable: 2 },
      "2 of 3 replicas ready",
    ],
  ])("%s %j %j", (kind, spec, status, why) => {
    expect(workloadState(workload(kind, spec, status)).why).toBe(why);
  });
});

test("an old replica that still answers does not count as ready", () => {
  const status = { replicas: 2, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1 };
  expect(workloadState(workload("Deployment", { replicas: 1 }, status)).ready).toBe(0);
});

const pod = (status: JsonObject): JsonObject => ({ kind: "Pod", metadata: { name: "p" }, status });

const asIs: Hide = (text) => text;

describe("what a pod's containers do", () => {
  test.each([
    [
      { waiting: { reason: "ImagePullBackOff", message: "no such image" } },
      {},
      "waiting: ImagePullBackOff: no such image",
    ],
    [{ terminated: { reason: "Error", exitCode: 2 } }, {}, "terminated: Error, exit code 2"],
    [{ terminated: { exitCode: 0, reason: "Completed" } }, {}, "terminated: Completed, exit code 0"],
    [{ running: {} }, {}, "running, not ready"],
    [
      { waiting: { reason: "CrashLoopBackOff" } },
      { terminated: { reason: "OOMKilled", exitCode: 137 } },
      "waiting: CrashLoopBackOff; before: terminated: OOMKilled, exit code 137",
    ],
  ])("%j %j", (state, lastState, told) => {
    const status = pod({ containerStatuses: [{ name: "c", ready: false, restartCount: 4, state, lastState }] });
    expect(containersOf(status, asIs)).toEqual([
      { pod: "p", container: "c", state: told, restarts: 4, crashed: told.includes("before:"), noLog: null },
    ]);
  });

  test("the end of a log that stands as the message of one that ended is without secrets, like the log", () => {
    const hide = logHider({
      planned: { drafts: [] } as unknown as Planned,
      hiderWith: () => secretHider({}, [{ key: "password", text: "only-in-cluster-7" }]),
    });
    const message = `login with only-in-cluster-7 refused\npassword=hunter-2-hunter\n${"x".repeat(430)} token=${"t0k3n".repeat(20)}`;
    const lastState = { terminated: { reason: "Error", exitCode: 1, message } };
    const missing = 'secret "grafana-admin" not found';
    const state = { waiting: { reason: "CreateContainerConfigError", message: missing } };
    const status = pod({ containerStatuses: [{ name: "c", ready: false, restartCount: 4, state, lastState }] });
    const told = containersOf(status, hide)[0]?.state;
    expect(told).toContain("before: terminated: Error, exit code 1: login with");
    expect(told).not.toMatch(/only-in-cluster|hunter|t0k3n/);
    expect(told).toContain(missing);
  });

  test("what is well is not told", () => {
    const initContainerStatuses = [
      { name: "i", ready: true, state: { terminated: { reason: "Completed", exitCode: 0 } } },
    ];
    const containerStatuses = [{ name: "c", ready: true, state: { running: {} } }];
    expect(containersOf(pod({ initContainerStatuses, containerStatuses }), asIs)).toEqual([]);
    expect(containersOf(pod({ phase: "Succeeded", containerStatuses: [{ name: "c", ready: false }] }), asIs)).toEqual(
      [],
    );
  });

  test("a pod that no node takes", () => {
    const conditions = [
      { type: "PodScheduled", status: "False", reason: "Unschedulable", message: "0/2 nodes are available" },
    ];
    expect(containersOf(pod({ phase: "Pending", conditions }), asIs)).toEqual([
      {
        pod: "p",
        container: "-",
        state: "not scheduled: Unschedulable: 0/2 nodes are available",
        restarts: 0,
        crashed: false,
        noLog: "no container was started",
      },
    ]);
  });

  test.each<[string, JsonObject, string]>([
    [
      "its node does not answer",
      { status: { conditions: [{ type: "Ready", status: "False", lastTransitionTime: "2026-01-01T00:00:00Z" }] } },
      "not ready since 2026-01-01T00:00:00Z: node gpu-7 is not ready, and no longer speaks for it",
    ],
    [
      "its node does not confirm that it is deleted",
      { metadata: { name: "p", deletionTimestamp: "2026-01-01T00:00:00Z" } },
      "being deleted, due at 2026-01-01T00:00:00Z, and node gpu-7 has not confirmed it",
    ],
    [
      "a readiness gate is not met",
      {
        spec: { readinessGates: [{ conditionType: "met" }, { conditionType: "lb/attached" }] },
        status: {
          conditions: [
            { type: "Ready", status: "False" },
            { type: "met", status: "True" },
          ],
        },
      },
      "not ready: its readiness gate lb/attached is not met",
    ],
  ])("a pod whose containers were well: %s", (_, { metadata, spec, status }, told) => {
    const containerStatuses = [{ name: "c", ready: true, state: { running: {} } }];
    const unwell = {
      metadata: metadata ?? { name: "p" },
      spec: { nodeName: "gpu-7", ...(spec as JsonObject) },
      status: { phase: "Running", containerStatuses, ...(status as JsonObject) },
    };
    expect(containersOf(unwell, asIs)).toEqual([
      {
        ...{ pod: "p", container: "-", state: told, restarts: 0, crashed: false },
        noLog: "its containers were well when they were last heard of",
      },
    ]);
  });
});
