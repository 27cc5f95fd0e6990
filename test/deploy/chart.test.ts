import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandLine } from "../../src/outside/command-line.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { helmMajors } from "../run/part.ts";
import { tool } from "../tools-dir.ts";
import { deploymentOf, deployNow, openRig, openTestCluster, type Rig } from "./rig.ts";

const repository = resolve(import.meta.dirname, "../..");
/** KPS_CHART: a folder with the real chart, which is not part of the repository. */
const chart = process.env["KPS_CHART"] ?? resolve(repository, "fixtures/charts/kube-prometheus-stack");

let embedded: EmbeddedCluster;
let rig: Rig;
beforeAll(async () => {
  embedded = await startCluster();
  rig = await openRig({ GITHUB_REPOSITORY: "acme/stack", GITHUB_SHA: "aaaa" });
});
afterAll(async () => {
  await rig?.close();
  await embedded?.stop();
});

const build = async (folder: string): Promise<string> => {
  const done = await rig.outside.exec({
    file: await tool("kubectl"),
    args: ["kustomize", resolve(repository, "fixtures/prometheus-stack", folder)],
    env: {},
    timeoutMs: 30_000,
  });
  if (done.code !== 0) throw new Error(done.stderr);
  return done.stdout;
};

describe.each(helmMajors())("the whole stack with helm %i", (major) => {
  test("all of it is there and Ready; a second deploy changes nothing", async () => {
    const cluster = await openTestCluster(rig, embedded.kubeconfig);
    const helm = await rig.helm(major);
    const overlays = await Promise.all(
      ["alerting", "dashboards", "servicemonitors"].map((name) => build(`overlays/${name}`)),
    );
    const deployment = await deploymentOf(rig, cluster, helm, {
      chart,
      base: await build("base"),
      overlays,
      createNamespace: false,
      timeoutMs: 90_000,
    });
    const first = await deployNow(deployment);
    expect(first.release).toMatchObject({ name: "stack", namespace: "monitoring", revision: 1, status: "deployed" });
    expect(first.objects.filter(({ layer }) => layer === "crds").length).toBe(deployment.render.chart.crds.length);
    expect(first.objects.filter(({ layer }) => layer === "overlay").map(({ action }) => action)).not.toContain(
      "unchanged",
    );
    expect(first.workloads.length).toBeGreaterThanOrEqual(4);
    expect(first.workloads.filter(({ ready, desired }) => ready < desired)).toEqual([]);

    const second = await deployNow(deployment);
    expect(second.objects.filter(({ action }) => action !== "unchanged")).toEqual([]);
    expect(second.release).toEqual(first.release);
    expect(second.workloads).toEqual(first.workloads);

    await helm.run(commandLine({ verb: ["uninstall", "stack", "-n", "monitoring"], flags: cluster.helmFlags }), {
      env: cluster.env,
    });
    await cluster.kubectl(
      commandLine({ verb: ["delete", "prometheusrules,servicemonitors,configmaps", "--all", "-n", "monitoring"] }),
    );
  });
});
