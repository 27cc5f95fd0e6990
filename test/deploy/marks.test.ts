import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cluster } from "../../src/outside/cluster.ts";
import type { Helm } from "../../src/outside/helm.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { deploymentOf, deployNow, openRig, openTestCluster, type Rig } from "./rig.ts";
import { writeSmallChart } from "./small-chart.ts";

let embedded: EmbeddedCluster;
let rig: Rig;
let cluster: Cluster;
let helm: Helm;
let chart: string;
beforeAll(async () => {
  embedded = await startCluster({ nodes: 1 });
  rig = await openRig(runOf("a", "7"));
  cluster = await openTestCluster(rig, embedded.kubeconfig);
  helm = await rig.helm(4);
  chart = await writeSmallChart(rig);
});
afterAll(async () => {
  await rig?.close();
  await embedded?.stop();
});

const runOf = (commit: string, run: string) => ({
  GITHUB_REPOSITORY: "acme/stack",
  GITHUB_SHA: commit.repeat(40),
  GITHUB_RUN_ID: run,
});

const path = "/api/v1/namespaces/monitoring/configmaps/c";
const config = (size: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c, namespace: monitoring }\ndata: { size: "${size}" }\n`;

const deploy = async (size: string, env: ReturnType<typeof runOf>) => {
  const from = { ...rig, outside: { ...rig.outside, env: { ...rig.outside.env, ...env } } };
  return deployNow(await deploymentOf(from, cluster, helm, { chart, overlays: [config(size)] }));
};

/** As a backup that is restored: all fields are its own then, our marks among them. */
const restore = async (data: object): Promise<void> => {
  const { body } = await embedded.request("GET", path);
  const { annotations } = (body as { readonly metadata: { readonly annotations: object } }).metadata;
  await embedded.request("DELETE", path);
  const again = { metadata: { name: "c", annotations }, data };
  const list = path.slice(0, path.lastIndexOf("/"));
  expect((await embedded.request("POST", `${list}?fieldManager=backup`, again)).status).toBe(201);
};

test("our marks are taken back from whoever restored an object, and nothing else is", async () => {
  await deploy("1", runOf("a", "7"));
  await restore({ size: "1" });
  const { objects } = await deploy("1", runOf("b", "8"));
  expect(objects.map(({ ref }) => ref.name)).toContain("c");
  const { body } = await embedded.request("GET", path);
  expect(body).toMatchObject({
    metadata: { annotations: { "prometheus-stack-action.dev/commit": "b".repeat(40) } },
  });
  await restore({ size: "2" });
  await expect(deploy("3", runOf("c", "9"))).rejects.toMatchObject({
    reason: "owned-elsewhere",
    message: expect.stringContaining(".data.size (held by backup)"),
  });
});
