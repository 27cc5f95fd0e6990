import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "../../scripts/run-action.ts";
import { isObject } from "../../src/kubernetes/manifest.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { body, serve } from "../machine/network/loopback-server.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";
import { type ClusterObject, liveObjects } from "./live-objects.ts";

const run = promisify(execFile);
const repository = resolve(import.meta.dirname, "../..");
const publicRepository = "https://prometheus-community.github.io/helm-charts";

let clusters: readonly EmbeddedCluster[] = [];
let work: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "prometheus-stack-by-hand-"));
  clusters = await Promise.all([startCluster(), startCluster()]);
});
afterAll(async () => {
  await Promise.all(clusters.map((cluster) => cluster.stop()));
  await rm(work, { recursive: true, force: true });
});

/** The chart under the version that install.sh pins, in a repository on loopback. */
const serveChart = async (tools: string): Promise<string> => {
  const chart = resolve(repository, process.env["KPS_CHART"] ?? "fixtures/charts/kube-prometheus-stack");
  const folder = join(work, "charts");
  await run(join(tools, "helm"), ["package", chart, "--version", "88.5.3", "--destination", folder]);
  await run(join(tools, "helm"), ["repo", "index", folder]);
  const files = await readdir(folder);
  const answers = files.map(async (name) => [`/${name}`, body(await readFile(join(folder, name)))] as const);
  return (await serve(Object.fromEntries(await Promise.all(answers)))).url;
};

/**
 * What the document of the stack tells a person to type; it forgets the ServiceMonitors, which are applied here too.
 */
const byHand = async (stack: string, kubeconfig: string, tools: string): Promise<void> => {
  const env = { PATH: `${tools}:${process.env["PATH"]}`, HOME: work, KUBECONFIG: kubeconfig };
  await run("bash", [join(stack, "upstream/install.sh")], { env });
  for (const folder of ["base", "overlays/dashboards", "overlays/alerting", "overlays/servicemonitors"])
    await run(join(tools, "kubectl"), ["apply", "-k", join(stack, folder)], { env });
};

test("mode: deploy leaves the cluster as the documented commands do, by hand", async () => {
  const tools = await toolsDir(checkCommands);
  const url = await serveChart(tools);
  const stack = join(work, "prometheus-stack");
  await cp(join(repository, "fixtures/prometheus-stack"), stack, { recursive: true });
  const script = join(stack, "upstream/install.sh");
  // The one change to the script: the public repository's address becomes that of the copy on loopback.
  await writeFile(script, (await readFile(script, "utf8")).replaceAll(publicRepository, url));

  const [hand, action] = clusters as readonly [EmbeddedCluster, EmbeddedCluster];
  const [, deployed] = await Promise.all([
    byHand(stack, hand.kubeconfig, tools),
    runAction({
      entry: "dist/index.js",
      inputs: {
        mode: "deploy",
        "verify-timeout": "0s",
        kubeconfig: action.kubeconfig,
        "schema-locations": "cluster",
        tools: "path",
      },
      tools,
      workspace: work,
      show: false,
      env: { RUNNER_TEMP: work, RUNNER_TOOL_CACHE: join(work, "cache") },
    }),
  ]);
  expect(deployed.code, deployed.output).toBe(0);

  const [byHandObjects, byActionObjects] = await Promise.all([liveObjects(hand), liveObjects(action)]);
  // Its own note of what is deployed is all that the action adds.
  const noted = [...byActionObjects.keys()].filter((key) => !byHandObjects.has(key));
  expect(noted).toEqual(["v1 ConfigMap monitoring prometheus-stack-action.prometheus-stack"]);
  expect([...byHandObjects.keys()].filter((key) => !byActionObjects.has(key))).toEqual([]);
  // Over a hundred objects, or the comparison has compared nothing.
  expect(byHandObjects.size).toBeGreaterThan(100);
  const different = [...byHandObjects]
    .filter(([key, object]) => !same(object, byActionObjects.get(key)))
    .map(([key]) => key);
  expect(different).toEqual([]);
}, 240_000);

const same = (a: ClusterObject, b: ClusterObject | undefined): boolean =>
  JSON.stringify(withoutHelmsLabel(a)) === JSON.stringify(b && withoutHelmsLabel(b));

/**
 * With --create-namespace helm 4 writes a label on a namespace that is there already. No plan could show that, so the
 * action has helm make a namespace only where nothing of the tree does.
 */
const withoutHelmsLabel = (object: ClusterObject): ClusterObject => {
  const metadata = object["metadata"];
  if (object["kind"] !== "Namespace" || !isObject(metadata) || !isObject(metadata["labels"])) return object;
  const { name: _name, ...labels } = metadata["labels"];
  return { ...object, metadata: { ...metadata, labels } };
};
