import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { nameOf } from "../../src/core/finding.ts";
import type { DeployRequest } from "../../src/deploy/deploy-request.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import type { Helm } from "../../src/outside/helm.ts";
import { type Court, openCourt } from "../judge/court.ts";
import { deploymentOf, deployNow, openRig, openTestCluster, type Rig } from "./rig.ts";
import { deployToItsEnd } from "./rollback/rollback-rig.ts";
import { writeSmallChart } from "./small-chart.ts";

let court: Court;
let rig: Rig;
let cluster: Cluster;
let helm: Helm;
let chart: string;
beforeAll(async () => {
  court = await openCourt();
  rig = await openRig();
  cluster = await openTestCluster(rig, court.cluster.kubeconfig);
  helm = await rig.helm(4);
  chart = await writeSmallChart(rig);
}, 180_000);
afterAll(async () => {
  court?.operator.resume();
  await rig?.close();
  await court?.close();
});

let count = 0;
let namespace: string;
beforeEach(() => {
  court.operator.resume();
  count += 1;
  namespace = `acts-${count}`;
});

const custom = (kind: string, image: string): string =>
  `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: { name: main, namespace: ${namespace} }\nspec: { replicas: 1, image: "registry.test/${image}" }\n`;

type Options = Partial<Parameters<typeof deploymentOf>[3]>;
const request = (overlays: readonly string[], more: Options = {}) =>
  deploymentOf(rig, cluster, helm, { chart, namespace, overlays, timeoutMs: 40_000, ...more });

const statefulSetOf = async (kind: string): Promise<{ readonly image: string; readonly isReady: boolean }> => {
  const path = `/apis/apps/v1/namespaces/${namespace}/statefulsets/${kind.toLowerCase()}-main`;
  const { body } = await court.cluster.request("GET", path);
  const { spec, status } = body as {
    readonly spec: { readonly template: { readonly spec: { readonly containers: readonly Record<string, string>[] } } };
    readonly status: { readonly readyReplicas?: number };
  };
  const main = spec.template.spec.containers.find(({ name }) => name === kind.toLowerCase());
  return { image: main?.["image"] ?? "", isReady: status.readyReplicas === 1 };
};

test("what the operator makes is ready when it has made it of the resource as it is now", async () => {
  const first = await deployNow(await request([custom("Prometheus", "prometheus:1")]));
  expect(first.workloads.map(({ ref }) => nameOf(ref))).toContain(`StatefulSet ${namespace}/prometheus-main`);
  await deployNow(await request([custom("Prometheus", "prometheus:2")]));
  expect(await statefulSetOf("Prometheus")).toEqual({ image: "registry.test/prometheus:2", isReady: true });

  const broken = await request([custom("Prometheus", "does-not-exist:1")], { timeoutMs: 10_000 });
  await expect(deployNow(broken)).rejects.toMatchObject({
    reason: "timeout",
    message: expect.stringContaining(`StatefulSet ${namespace}/prometheus-main`),
  });
});

test("a change that the operator has not seen is not ready, however whole the old StatefulSet is", async () => {
  await deployNow(await request([custom("Prometheus", "prometheus:1")]));
  court.operator.pause();
  const changed = await request([custom("Prometheus", "prometheus:2")], { timeoutMs: 6000 });
  await expect(deployNow(changed)).rejects.toMatchObject({
    reason: "timeout",
    message: expect.stringContaining(`Prometheus ${namespace}/main: the operator has not seen the change yet`),
  });
  expect(await statefulSetOf("Prometheus")).toEqual({ image: "registry.test/prometheus:1", isReady: true });
});

test("a resource that an upgrade brings is not ready before there is a StatefulSet of it", async () => {
  await deployNow(await request([custom("Prometheus", "prometheus:1")]));
  court.operator.pause();
  const overlays = [custom("Prometheus", "prometheus:1"), custom("Alertmanager", "alertmanager:1")];
  await expect(deployNow(await request(overlays, { timeoutMs: 6000 }))).rejects.toMatchObject({
    reason: "timeout",
    message: expect.stringContaining(`Alertmanager ${namespace}/main: the operator has made no StatefulSet of it yet`),
  });
});

test("what is paused is left as it is, and is no reason to wait", async () => {
  const paused = custom("Prometheus", "prometheus:1").replace("replicas: 1", "replicas: 1, paused: true");
  await deployNow(await request([custom("Alertmanager", "alertmanager:1"), paused]));
});

test("a deploy that is taken back is ready again when the operator has gone back", async () => {
  await deployNow(await request([custom("Prometheus", "prometheus:1")]));
  const path = `/apis/monitoring.coreos.com/v1/namespaces/${namespace}/prometheuses/main`;
  const image = async () => {
    const { body } = await court.cluster.request("GET", path);
    return (body as { readonly spec: { readonly image: string } }).spec.image;
  };
  /** Long enough after the resource is as it was for whoever does not wait to have ended. */
  const resumeWhenBack = async (): Promise<void> => {
    await expect.poll(image, { timeout: 60_000, interval: 200 }).toBe("registry.test/prometheus:1");
    await new Promise((resolve) => setTimeout(resolve, 8000));
    court.operator.resume();
  };
  let resumed: Promise<void> | undefined;
  const verify: DeployRequest["verify"] = async (when) => {
    if (when === "rolled-back") return { passed: true, message: "All was seen.", hint: "" };
    court.operator.pause();
    resumed = resumeWhenBack();
    return { passed: false, message: "No alert was seen.", hint: "Look at the route." };
  };
  const inputs = { rollbackOnFailure: "true" as const };
  const asked = await request([custom("Prometheus", "prometheus:2")], { inputs });
  const { error, rollback } = await deployToItsEnd(asked, { verify });
  expect(error?.reason, error?.message).toBe("verify-failed");
  expect(rollback, rollback?.summary).toMatchObject({ outcome: "complete", notReady: [] });
  expect(await statefulSetOf("Prometheus")).toEqual({ image: "registry.test/prometheus:1", isReady: true });
  await resumed;
});
