// The demo's end, inside a network namespace: the example stack runs for real, without containers, and the action looks
// whether its signals arrive.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { clusterCommands } from "../../test/cluster/cluster.ts";
import { isUsualExporter, runningCommands, startLiveStack } from "../../test/rig/live-stack.ts";
import { predict } from "../../test/rig/predict.ts";
import { startReloading } from "../../test/rig/reloading.ts";
import { untilSo } from "../../test/rig/until-so.ts";
import { checkCommands, toolsDir } from "../../test/tools-dir.ts";
import { runAction } from "../run-action.ts";

const root = resolve(import.meta.dirname, "../..");
const chart = resolve(root, process.env["KPS_CHART"] ?? "fixtures/charts/kube-prometheus-stack");
const inputs = { path: "fixtures/prometheus-stack", chart, exporter: "gpu-operator" };

const tell = (news: string): void => console.log(`\n== ${news}`);

const [tools] = await Promise.all([toolsDir(checkCommands), toolsDir([...clusterCommands, ...runningCommands])]);
const reportDir = mkdtempSync(join(tmpdir(), "prometheus-stack-demo-"));
const { exporter } = await predict(inputs, root, tools);
const exporterObjects = exporter.objects.filter(isUsualExporter);
const live = await startLiveStack({ workspace: root, inputs, tools, exporterObjects, progress: tell });
const reloading = startReloading(live);
try {
  tell("mode: verify, with a drill: one alert for each route that GPU alerts take");
  const { code } = await runAction({
    entry: "src/main.ts",
    inputs: {
      ...inputs,
      ...{ mode: "verify", drill: "true", tools: "path", "schema-locations": "cluster" },
      ...{ kubeconfig: live.cluster.kubeconfig, "report-dir": reportDir },
    },
    ...{ tools, workspace: root },
  });
  const drilled = live.receiver.delivered().filter(({ labels }) => labels["drill"] === "true").length;
  tell(
    `mode: verify ${code === 0 ? "succeeded" : "failed"}; the webhook, which is the on-call team here, has had ${drilled} drilled`,
  );
  tell("One GPU of each exporter is ill: waiting for its alerts");
  // The route's group_wait is 30 s, and its group may be there by the drill already.
  const real = () => live.receiver.delivered().filter(({ labels }) => labels["drill"] === undefined);
  await untilSo("an alert is at the webhook", () => real().length > 0, 90);
  tell(`The webhook has had ${[...new Set(real().map(({ alertname }) => alertname))].join(", ")}`);
  process.exitCode = code;
} finally {
  reloading.stop();
  await live.stop();
  rmSync(reportDir, { recursive: true, force: true });
}
