// The main job on a real cluster: check the example stack, deploy it to an embedded cluster, show the summary.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startCluster } from "../test/cluster/cluster.ts";
import { toolsDir } from "../test/tools-dir.ts";
import { runAction } from "./run-action.ts";

const repository = resolve(import.meta.dirname, "..");
const chart = process.env["KPS_CHART"] ?? "fixtures/charts/kube-prometheus-stack";

const tools = await toolsDir();
console.log("\n== Starting a cluster of its own: etcd, kube-apiserver, controllers, scheduler, and nodes with GPUs");
const cluster = await startCluster();
const reportDir = mkdtempSync(join(tmpdir(), "prometheus-stack-demo-"));
try {
  const inputs = {
    path: "fixtures/prometheus-stack",
    chart: resolve(repository, chart),
    "schema-locations": "cluster",
    kubeconfig: cluster.kubeconfig,
    "report-dir": reportDir,
    tools: "path",
  };
  for (const mode of ["check", "deploy"]) {
    console.log(`\n== mode: ${mode}`);
    const { code } = await runAction({
      entry: "src/main.ts",
      inputs: { ...inputs, mode },
      tools,
      workspace: repository,
    });
    if (code !== 0) process.exitCode = 1;
    if (code !== 0) break;
  }
} finally {
  await cluster.stop();
  rmSync(reportDir, { recursive: true, force: true });
}
