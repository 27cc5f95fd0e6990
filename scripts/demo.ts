// The main job: check the example stack, plan its deploy to an embedded cluster, deploy exactly that, show what became
// of it; then the same stack with programs that run, where the machine can have them, and whether its signals arrive.
// The check's result is there while the cluster's commands are still being made, and that of the deploy while those of
// the running stack are.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { clusterCommands, startCluster } from "../test/cluster/cluster.ts";
import { enterNamespace } from "../test/rig/enter-namespace.ts";
import { runningCommands } from "../test/rig/live-stack.ts";
import { namespaceRefusal } from "../test/rig/namespace.ts";
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

const refusal = namespaceRefusal();
const [forCheck, forCluster] = [toolsDir(checkCommands), toolsDir(clusterCommands)];
const forLive = refusal === null ? toolsDir([...clusterCommands, ...runningCommands]) : Promise.resolve("");
// They are awaited after the check; until then a failure waits, too.
for (const later of [forCluster, forLive]) later.catch(() => {});
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
    await run("deploy", {
      ...target,
      "verify-timeout": "0s",
      "plan-file": approved,
      "plan-digest": String(plan["plan-digest"]),
    });
  }
} finally {
  await cluster.stop();
}
if (process.exitCode === undefined) await runLive();

/** `mode: verify`, where pods' addresses can answer. */
async function runLive(): Promise<void> {
  if (refusal !== null) return tell(`mode: verify is left out, as nothing of the stack can run here: ${refusal}`);
  await forLive;
  tell("Starting the stack again, with the programs of its pods: Prometheus, Alertmanager, the operator, exporters");
  process.exitCode = await enterNamespace(join(import.meta.dirname, "demo/live.ts"), []);
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
