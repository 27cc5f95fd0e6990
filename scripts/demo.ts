// The main job: check the example stack, plan its deploy to an embedded cluster, deploy exactly that, show what became
// of it. The check's result is there while the cluster's commands are still being made.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { clusterCommands, startCluster } from "../test/cluster/cluster.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";
import { releasedSchemas } from "../test/validate/schemas/released-schemas.ts";
import { runAction } from "./run-action.ts";

const repository = resolve(import.meta.dirname, "..");
const chart = process.env["KPS_CHART"] ?? "fixtures/charts/kube-prometheus-stack";
const reportDir = mkdtempSync(join(tmpdir(), "prometheus-stack-demo-"));
process.on("exit", () => rmSync(reportDir, { recursive: true, force: true }));
const started = performance.now();
const tell = (news: string): void =>
  console.log(`\n== ${news} (${Math.round((performance.now() - started) / 1000)} s since the start)`);

const [forCheck, forCluster] = [toolsDir(checkCommands), toolsDir(clusterCommands)];
// It is awaited after the check; until then a failure waits, too.
forCluster.catch(() => {});
const tools = await forCheck;
await run("check", { "schema-locations": (await releasedSchemas()) ?? "default" });
await forCluster;
tell("Starting a cluster of its own: etcd, kube-apiserver, controllers, scheduler, and nodes with GPUs");
const cluster = await startCluster();
try {
  const target = { "schema-locations": "cluster", kubeconfig: cluster.kubeconfig };
  const plan = await run("plan", target);
  if (plan["conclusion"] === "success") {
    // Every run writes its own report: in a workflow the artifact of the plan job holds the plan's.
    const approved = join(tmpdir(), `${basename(reportDir)}-plan.json`);
    copyFileSync(String(plan["plan-path"]), approved);
    process.on("exit", () => rmSync(approved, { force: true }));
    await run("deploy", { ...target, "plan-file": approved, "plan-digest": String(plan["plan-digest"]) });
  }
} finally {
  await cluster.stop();
}

/** Runs the action over the example; where it fails the demo ends, and what is still being made with it. */
async function run(
  mode: "check" | "plan" | "deploy",
  more: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  tell(`mode: ${mode}`);
  const { code, outputs } = await runAction({
    entry: "src/main.ts",
    inputs: {
      path: "fixtures/prometheus-stack",
      chart: resolve(repository, chart),
      "report-dir": reportDir,
      tools: "path",
      mode,
      ...more,
    },
    tools,
    workspace: repository,
  });
  tell(`mode: ${mode} ${code === 0 ? "succeeded" : "failed"}`);
  if (code === 0) return outputs;
  process.exitCode = 1;
  if (mode === "check") process.exit();
  return outputs;
}
