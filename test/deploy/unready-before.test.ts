import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NotReady } from "../../src/deploy/deploy-report.ts";
import { unreadyBefore } from "../../src/deploy/unready-before.ts";
import { workloadState } from "../../src/deploy/workload.ts";
import type { Rollback } from "../../src/inputs.ts";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import { refOf } from "../../src/kubernetes/resource-ref.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import type { PlanAction } from "../../src/plan/plan.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { deploymentOf, openRig, openTestCluster, type Rig } from "./rig.ts";
import { deployToItsEnd } from "./rollback/rollback-rig.ts";
import { writeSmallChart } from "./small-chart.ts";

const metadata = { name: "main", namespace: "monitoring", generation: 3 };
const workload = (kind: string, ready: number): JsonObject => ({
  ...{ apiVersion: "apps/v1", kind, metadata, spec: { replicas: 2 } },
  status: { observedGeneration: 3, replicas: 2, updatedReplicas: 2, readyReplicas: ready, availableReplicas: ready },
});
const prometheus = (ready: number, isSpokenOf = true): JsonObject => ({
  ...{ apiVersion: "monitoring.coreos.com/v1", kind: "Prometheus", metadata, spec: { replicas: 2 } },
  status: {
    ...{ replicas: 2, updatedReplicas: 2, availableReplicas: ready },
    conditions: isSpokenOf
      ? [
          { type: "Available", status: ready === 2 ? "True" : "Degraded", observedGeneration: 3 },
          { type: "Reconciled", status: "True", observedGeneration: 3 },
        ]
      : [],
  },
});
const isExcused = (now: JsonObject, before: JsonObject | null, action: PlanAction = "unchanged"): boolean => {
  const ref = refOf(before ?? now);
  const state = workloadState(now);
  const made = ref.kind === "Prometheus" ? { ...state, madeOf: ref } : state;
  return unreadyBefore([{ ref, action, live: before }])(made);
};

describe("a workload that is not ready", () => {
  const [half, whole] = [workload("Deployment", 1), workload("Deployment", 2)];

  test("is excused where it was so before, and nothing of it is written", () => {
    expect(isExcused(half, half)).toBe(true);
    expect(isExcused(workload("Deployment", 0), half)).toBe(true);
  });

  test("is not excused where it was ready, is written, or was not there", () => {
    expect([isExcused(half, whole), isExcused(half, half, "update"), isExcused(half, null, "create")]).toEqual([
      ...[false, false, false],
    ]);
    expect(unreadyBefore([])(workloadState(half))).toBe(false);
  });

  test("is excused by the word of the operator that has made it, where it is no worse than then", () => {
    const set = (ready: number) => workload("StatefulSet", ready);
    expect([isExcused(set(1), prometheus(1)), isExcused(set(0), prometheus(1))]).toEqual([true, false]);
    expect([isExcused(set(1), prometheus(2)), isExcused(set(1), prometheus(1, false))]).toEqual([false, false]);
    expect(isExcused(set(1), prometheus(1), "update")).toBe(false);
  });
});

describe("a deploy beside a workload that was not ready before", () => {
  let embedded: EmbeddedCluster;
  let rig: Rig;
  let cluster: Cluster;
  let chart: string;
  beforeAll(async () => {
    embedded = await startCluster({ nodes: 1 });
    rig = await openRig();
    cluster = await openTestCluster(rig, embedded.kubeconfig);
    chart = await writeSmallChart(rig);
  });
  afterAll(async () => {
    await rig?.close();
    await embedded?.stop();
  });

  const namespace = "beside";
  const probe = (image: string): string => `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: probe, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: probe } }
  template:
    metadata: { labels: { app: probe }, annotations: { kwok-test/fails: readiness } }
    spec: { containers: [{ name: main, image: "registry.test/probe:${image}" }] }
`;
  const rule = (data: string): string =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: rule, namespace: ${namespace} }\ndata: { a: "${data}" }\n`;
  const deployed = async (image: string, data: string, timeoutMs: number, rollbackOnFailure: Rollback = "true") =>
    deployToItsEnd(
      await deploymentOf(rig, cluster, await rig.helm(4), {
        ...{ chart, namespace, overlays: [`${probe(image)}---\n${rule(data)}`], timeoutMs },
        inputs: { rollbackOnFailure },
      }),
    );
  const named = (notReady: readonly NotReady[] | undefined): readonly string[] =>
    (notReady ?? []).map(({ ref, why }) => `${ref.kind} ${ref.name}: ${why}`);
  const unready = "DaemonSet probe: 0 of 1 replicas ready";

  test("goes well without waiting for it, and names it; what it writes itself has to be ready", {
    timeout: 180_000,
  }, async () => {
    // A first install stays as it is.
    const first = await deployed("1", "1", 8000);
    expect([first.error?.reason, first.noRollback]).toEqual(["timeout", expect.stringContaining("first install")]);

    const from = performance.now();
    const second = await deployed("1", "2", 120_000);
    expect(second.error, second.error?.message).toBeNull();
    expect(performance.now() - from).toBeLessThan(90_000);
    expect(named(second.report?.notReady)).toEqual([
      `${unready}; it was not ready before this deploy either, which writes nothing of it`,
    ]);

    const unchanged = await deployed("1", "2", 6000);
    expect(unchanged.error?.reason).toBe("timeout");
    const written = await deployed("2", "2", 8000, "false");
    expect(written.error?.reason, written.error?.message).toBe("timeout");
    expect(named(written.error?.report.notReady)).toEqual([unready]);
  });
});
