import { beforeAll, expect, test } from "vitest";
import type { DashboardFile } from "../../../src/signal/dashboards/dashboard-file.ts";
import { isRead } from "../../../src/signal/dashboards/dashboard-model.ts";
import type { Resolution } from "../../../src/signal/resolve-signals.ts";
import { panelSeries } from "../../../src/verify/dashboards/panel-series.ts";
import { promised } from "../good-stack.ts";
import { type PlayedSeries, playedPrometheus } from "../played-prometheus.ts";
import { sceneWith } from "../scene-with.ts";

let resolution: Resolution;
beforeAll(async () => {
  resolution = await promised();
});

const temperature: PlayedSeries = { __name__: "DCGM_FI_DEV_GPU_TEMP", gpu: "0", UUID: "GPU-1", hostname: "gpu-1" };

/** The dashboard of the good stack with these queries alone. */
const dashboardOf = (expressions: readonly string[]): DashboardFile => {
  const [file] = resolution.dashboards.files.filter(({ own }) => own);
  if (file === undefined || !isRead(file.model)) throw new Error("The good stack has no dashboard");
  const panels = expressions.map((expr, index) => ({ title: `Panel ${index}`, targets: [{ expr }] }));
  return { ...file, model: { ...file.model, content: { title: "Some", panels } } };
};

const seenOf = async (expressions: readonly string[], series: readonly PlayedSeries[] = [temperature]) => {
  const file = dashboardOf(expressions);
  const services = { "monitoring/prometheus-stack-kube-prom-prometheus:http-web": playedPrometheus(series) };
  const { scene } = sceneWith(resolution, { objects: {}, services });
  return (await panelSeries(scene, [file])).seenOf(file);
};

test.each([
  [
    "what Grafana fills in stands for anything",
    'DCGM_FI_DEV_GPU_TEMP{hostname=~"$hostname"}[$__rate_interval]',
    "seen",
  ],
  ["a label that no series has", 'DCGM_FI_DEV_GPU_TEMP{Hostname="gpu-1"}', "not-seen"],
  ["GPUs that a pod uses, where nobody works yet", 'DCGM_FI_DEV_GPU_TEMP{exported_pod!=""}', "cannot-be-seen"],
  ["errors that there were not", "sum(increase(DCGM_EXP_XID_ERRORS_COUNT[1h]))", "cannot-be-seen"],
  ["metrics of others, which may come yet", "vllm:num_requests_running", "cannot-be-seen"],
  ["a GPU metric that is not there", "rate(DCGM_FI_DEV_POWER_USAGE[5m])", "not-seen"],
  ["one side is enough", "DCGM_FI_DEV_POWER_USAGE or DCGM_FI_DEV_GPU_TEMP", "seen"],
  ["both sides are needed", "DCGM_FI_DEV_POWER_USAGE / DCGM_FI_DEV_GPU_TEMP", "not-seen"],
  ["the name is Grafana's to choose", "DCGM_FI_[[metric]]", "cannot-be-seen"],
  ["nothing that Prometheus is asked for", "1", "cannot-be-seen"],
])("%s: %s", async (_why, expression, sight) => {
  expect((await seenOf([expression])).sight).toBe(sight);
});

test("what is empty is named, what may be empty is counted", async () => {
  const mixed = ["DCGM_FI_DEV_GPU_TEMP", "DCGM_EXP_XID_ERRORS_COUNT"];
  expect((await seenOf(mixed)).what).toBe("Prometheus has series for its 2 queries; 1 of them may be empty now");
  const empty = ["DCGM_FI_DEV_GPU_TEMP", "max(DCGM_FI_DEV_FB_USED)", "DCGM_FI_DEV_FB_FREE"];
  expect((await seenOf(empty)).what).toBe(
    '2 of its 3 queries have no series: panel "Panel 1" (DCGM_FI_DEV_FB_USED), panel "Panel 2" (DCGM_FI_DEV_FB_FREE)',
  );
});
