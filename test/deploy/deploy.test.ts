import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameOf } from "../../src/core/finding.ts";
import type { DeployReport } from "../../src/deploy/deploy-report.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import { commandLine } from "../../src/outside/command-line.ts";
import type { Helm } from "../../src/outside/helm.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { deploymentOf, deployNow, openRig, openTestCluster, type Rig } from "./rig.ts";
import { writeSmallChart } from "./small-chart.ts";

let embedded: EmbeddedCluster;
beforeAll(async () => {
  embedded = await startCluster();
});
afterAll(() => embedded?.stop());

const commit = (sha: string) => ({
  GITHUB_REPOSITORY: "acme/stack",
  GITHUB_SHA: sha,
  GITHUB_RUN_ID: "7",
  GITHUB_SERVER_URL: "https://git.example",
});

const told = (report: DeployReport): readonly string[] =>
  report.objects.map(({ ref, layer, action }) => `${layer} ${nameOf(ref)} ${action}`);

describe.each([3, 4] as const)("with helm %i", (major) => {
  const namespace = `helm${major}`;
  let rig: Rig;
  let cluster: Cluster;
  let helm: Helm;
  let chart: string;
  beforeAll(async () => {
    rig = await openRig(commit("aaaa"));
    cluster = await openTestCluster(rig, embedded.kubeconfig);
    helm = await rig.helm(major);
    chart = await writeSmallChart(rig);
  });
  afterAll(() => rig?.close());

  const base = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${namespace}\n  labels: { team: gpu }\n`;
  const widget = (size: string) =>
    `apiVersion: test.example/v1\nkind: Widget\nmetadata: { name: w, namespace: ${namespace} }\nspec: { size: ${size} }\n`;
  const config = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c, namespace: ${namespace}, annotations: { mine: "1" } }\ndata: { a: "1" }\n`;
  const deploy = async (size: string, from = rig, sets: readonly string[] = []) =>
    deployNow(
      await deploymentOf(from, cluster, helm, {
        chart,
        sets,
        namespace,
        base,
        overlays: [`${config}---\n${widget(size)}`],
        createNamespace: false,
      }),
    );
  const stampOf = async (path: string): Promise<unknown> => {
    const object = JSON.parse(await cluster.getRaw(path));
    return object.metadata.annotations;
  };
  const descriptions = async (): Promise<readonly string[]> => {
    const verb = ["history", "stack", "-n", namespace, "-o", "json"];
    const history = await helm.run(commandLine({ verb, flags: cluster.helmFlags }), { env: cluster.env });
    return JSON.parse(history.stdout).map(({ description }: { readonly description: string }) => description);
  };
  const configPath = `/api/v1/namespaces/${namespace}/configmaps/c`;
  const widgetPath = `/apis/test.example/v1/namespaces/${namespace}/widgets/w`;

  test("a first deploy creates everything, stamped", async () => {
    const report = await deploy("1");
    expect(told(report)).toEqual([
      `crds CustomResourceDefinition widgets.test.example ${major === 3 ? "created" : "unchanged"}`,
      `base Namespace ${namespace} created`,
      `release Deployment ${namespace}/app created`,
      `overlay ConfigMap ${namespace}/c created`,
      `overlay Widget ${namespace}/w created`,
    ]);
    expect(report.release).toEqual({ name: "stack", namespace, revision: 1, status: "deployed" });
    expect(report.workloads.map(({ ref, ready, desired }) => [nameOf(ref), ready, desired])).toEqual([
      [`Deployment ${namespace}/app`, 1, 1],
    ]);
    expect(report.cluster).toEqual({ server: embedded.server, uid: cluster.uid, version: cluster.version });
    expect(await stampOf(configPath)).toEqual({
      mine: "1",
      "prometheus-stack-action.dev/repository": "acme/stack",
      "prometheus-stack-action.dev/commit": "aaaa",
      "prometheus-stack-action.dev/run": "https://git.example/acme/stack/actions/runs/7",
    });
  });

  test("a second deploy of another commit changes nothing, keeps the stamps, and makes no revision", async () => {
    const later = { ...rig, outside: { ...rig.outside, env: { ...rig.outside.env, GITHUB_SHA: "bbbb" } } };
    const report = await deploy("1", later);
    expect(report.objects.map(({ action }) => action)).toEqual(Array(5).fill("unchanged"));
    expect(report.release).toEqual({ name: "stack", namespace, revision: 1, status: "deployed" });
    expect(report.workloads).toMatchObject([{ ref: { name: "app" }, ready: 1, desired: 1 }]);
    expect(await stampOf(configPath)).toMatchObject({ "prometheus-stack-action.dev/commit": "aaaa" });
    expect(await descriptions()).toEqual(["acme/stack@aaaa https://git.example/acme/stack/actions/runs/7"]);
  });

  test("a changed object is configured and stamped anew, alone", async () => {
    const later = { ...rig, outside: { ...rig.outside, env: { ...rig.outside.env, GITHUB_SHA: "cccc" } } };
    const report = await deploy("2", later);
    expect(told(report).filter((line) => !line.endsWith("unchanged"))).toEqual([
      `overlay Widget ${namespace}/w configured`,
    ]);
    expect(await stampOf(widgetPath)).toMatchObject({ "prometheus-stack-action.dev/commit": "cccc" });
    expect(await stampOf(configPath)).toMatchObject({ "prometheus-stack-action.dev/commit": "aaaa" });
  });

  test("a changed release is upgraded, described by its commit, and nothing else is written", async () => {
    const later = { ...rig, outside: { ...rig.outside, env: { ...rig.outside.env, GITHUB_SHA: "dddd" } } };
    const report = await deploy("2", later, ["label=other"]);
    expect(told(report).filter((line) => !line.endsWith("unchanged"))).toEqual([
      `release Deployment ${namespace}/app configured`,
    ]);
    expect(report.release).toMatchObject({ revision: 2, status: "deployed" });
    expect(await descriptions()).toEqual(
      ["aaaa", "dddd"].map((sha) => `acme/stack@${sha} https://git.example/acme/stack/actions/runs/7`),
    );
    expect(await stampOf(widgetPath)).toMatchObject({ "prometheus-stack-action.dev/commit": "cccc" });
  });

  test("a field that another manager changed stops the deploy before the release is touched, and is named", async () => {
    const patch = '{"data":{"a":"9"}}';
    const verb = ["patch", "cm", "c", "-n", namespace, "--type=merge", "-p", patch, "--field-manager=someone"];
    await cluster.kubectl(commandLine({ verb }));
    await expect(deploy("3")).rejects.toMatchObject({
      reason: "owned-elsewhere",
      message: expect.stringContaining(`ConfigMap ${namespace}/c: .data.a (held by someone)`),
      report: { release: null },
    });
    expect(JSON.parse(await cluster.getRaw(configPath)).data.a).toBe("9");
    expect(JSON.parse(await cluster.getRaw(widgetPath)).spec.size).toBe(2);
  });
});
