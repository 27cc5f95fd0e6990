import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeDeployed } from "../../src/deploy/write-state.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import { type Deployed, readDeployed } from "../../src/plan/order/deployed-state.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { openRig, openTestCluster, type Rig } from "./rig.ts";

let embedded: EmbeddedCluster;
let rig: Rig;
let cluster: Cluster;
beforeAll(async () => {
  embedded = await startCluster({ nodes: 1 });
  rig = await openRig();
  cluster = await openTestCluster(rig, embedded.kubeconfig);
});
afterAll(async () => {
  await rig?.close();
  await embedded?.stop();
});

const release = { name: "stack", namespace: "monitoring" };
const path = "/api/v1/namespaces/monitoring/configmaps/prometheus-stack-action.stack";
const deployed: Deployed = {
  ...{ repository: "acme/stack", commit: "a".repeat(40), ref: "refs/heads/main", path: "prometheus-stack" },
  run: { id: "7", attempt: "1", url: null },
  chart: "kube-prometheus-stack-88.5.2",
  at: "2026-03-01T12:00:00.000Z",
  objects: [{ apiVersion: "v1", kind: "ConfigMap", namespace: "monitoring", name: "a" }],
};

describe("what is deployed", () => {
  test("is nothing where the namespace is not there, and then is noted and read again", async () => {
    expect(await readDeployed(cluster, release)).toEqual({ ok: true, deployed: null });
    await embedded.request("POST", "/api/v1/namespaces", { metadata: { name: "monitoring" } });
    expect(await readDeployed(cluster, release)).toEqual({ ok: true, deployed: null });
    expect(await writeDeployed(cluster, release, deployed)).toBe(true);
    expect(await readDeployed(cluster, release)).toEqual({ ok: true, deployed });
    expect((await embedded.request("GET", path)).body).toMatchObject({
      metadata: { labels: { "app.kubernetes.io/managed-by": "prometheus-stack-action" } },
    });
  });

  test("is written only where more than the time differs", async () => {
    const version = async () =>
      ((await embedded.request("GET", path)).body as { metadata: { resourceVersion: string } }).metadata
        .resourceVersion;
    const before = await version();
    expect(await writeDeployed(cluster, release, { ...deployed, at: "2027-01-01T00:00:00.000Z" })).toBe(false);
    expect(await version()).toBe(before);
    expect(await writeDeployed(cluster, release, { ...deployed, commit: "b".repeat(40) })).toBe(true);
    expect(await readDeployed(cluster, release)).toMatchObject({ deployed: { commit: "b".repeat(40) } });
  });

  test("that somebody changed by hand is no reading, and the next deploy puts it right", async () => {
    await embedded.request("PATCH", path, { data: { "deployed.json": '{"commit":"c"}' } });
    expect(await readDeployed(cluster, release)).toEqual({
      ok: false,
      why: "its key deployed.json is not as this action writes it",
    });
    await embedded.request("PATCH", path, { data: { "deployed.json": null } });
    expect(await readDeployed(cluster, release)).toMatchObject({ ok: false });
    expect(await writeDeployed(cluster, release, deployed)).toBe(true);
    expect(await readDeployed(cluster, release)).toEqual({ ok: true, deployed });
  });

  test("is no reading for an account that may not read it, which cannot note it either", async () => {
    const limited = await openTestCluster(rig, await embedded.kubeconfigWith({ token: embedded.developerToken }));
    expect(await readDeployed(limited, release)).toEqual({
      ok: false,
      why: expect.stringContaining('cannot get resource "configmaps"'),
    });
    await expect(writeDeployed(limited, release, deployed)).rejects.toMatchObject({
      reason: "unauthorized",
      message: expect.stringContaining("patch on configmaps in namespace monitoring"),
    });
  });

  test("is not asked of a server that does not answer", async () => {
    const gone: Cluster = {
      ...cluster,
      kubectl: (args, options) =>
        cluster.kubectl([...args, "--server=https://127.0.0.1:1"] as unknown as typeof args, options),
    };
    await expect(readDeployed(gone, release)).rejects.toMatchObject({ reason: "cluster-unreachable" });
  });
});
