import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { objectsOf } from "../../src/kubectl/kubectl-output.ts";
import { refOf } from "../../src/kubernetes/resource-ref.ts";
import { commandLine } from "../../src/outside/command-line.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { helmMajors } from "../run/part.ts";
import { deploymentOf, deployNow, openRig, openTestCluster, type Rig } from "./rig.ts";
import { writeSmallChart } from "./small-chart.ts";

let embedded: EmbeddedCluster;
let rig: Rig;
let chart: string;
beforeAll(async () => {
  embedded = await startCluster();
  rig = await openRig();
  chart = await writeSmallChart(rig);
  await rig.write(
    "chart/templates/exporter.yaml",
    `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: exporter, namespace: {{ .Release.Namespace }} }
spec:
  selector: { matchLabels: { app: exporter } }
  template:
    metadata: { labels: { app: exporter } }
    spec: { containers: [{ name: main, image: registry.test/exporter:1 }] }
`,
  );
});
afterAll(async () => {
  await rig?.close();
  await embedded?.stop();
});

describe.each(helmMajors())("with helm %i", (major) => {
  test("a pod of a DaemonSet that the node took along keeps no change of something else from being deployed", async () => {
    const cluster = await openTestCluster(rig, embedded.kubeconfig);
    const namespace = `away-${major}`;
    const deployment = async (label: string) =>
      deploymentOf(rig, cluster, await rig.helm(major), {
        chart,
        namespace,
        timeoutMs: 30_000,
        sets: [`label=${label}`],
      });
    await deployNow(await deployment("first"));
    const kubectl = async (...verb: readonly string[]) => {
      const done = await cluster.kubectl(commandLine({ verb: [...verb, "--namespace", namespace] }));
      if (done.code !== 0) throw new Error(done.stderr);
      return done.stdout;
    };
    const [pod] = objectsOf(await kubectl("get", "pods", "--selector=app=exporter", "--output=json"));
    const { name } = refOf(pod ?? {});
    const status = JSON.stringify({ status: { conditions: [{ type: "Ready", status: "False" }] } });
    await kubectl("patch", "pod", name, "--subresource=status", `--patch=${status}`);
    await kubectl("wait", "daemonset/exporter", "--for=jsonpath={.status.numberReady}=1", "--timeout=20s");
    const report = await deployNow(await deployment("second"));
    expect(report).toMatchObject({
      release: { revision: 2, status: "deployed" },
      notReady: [
        { ref: { kind: "DaemonSet", name: "exporter" }, why: expect.stringContaining("1 of 2 replicas ready") },
      ],
    });
  });
});
