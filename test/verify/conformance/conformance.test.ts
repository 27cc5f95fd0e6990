import { beforeAll, expect, test } from "vitest";
import type { Ask } from "../../../src/outside/ask.ts";
import type { Resolution } from "../../../src/signal/resolve-signals.ts";
import { conformance } from "../../../src/verify/conformance/conformance.ts";
import type { CountedGpus } from "../../../src/verify/gpus/count-gpus.ts";
import { sampleMetrics } from "../../rig/sample-gpus.ts";
import { promised } from "../good-stack.ts";
import { type PlayedSeries, type PlayedTarget, playedPrometheus } from "../played-prometheus.ts";
import { sceneWith } from "../scene-with.ts";

let resolution: Resolution;
beforeAll(async () => {
  resolution = await promised();
});

const job = "nvidia-dcgm-exporter";
const gpuSeries: readonly PlayedSeries[] = ["0", "1"].flatMap((gpu) =>
  sampleMetrics.map(({ name }) => ({ __name__: name, gpu, UUID: `GPU-${gpu}`, job })),
);
const targets: readonly PlayedTarget[] = [
  { pool: "serviceMonitor/monitoring/dcgm-exporter/0", labels: { job, instance: "a" } },
  { pool: "serviceMonitor/monitoring/dcgm-exporter/0", labels: { job, instance: "b" }, up: false },
  { pool: "podMonitor/models/vllm/0", labels: { job: "models/vllm", instance: "c" } },
];
const gpus: CountedGpus = {
  conditions: [],
  nodes: [{ node: "a", allocatable: 2, unhealthy: 0, exported: 2, migAllocatable: 0, migUnhealthy: 0, migExported: 0 }],
};
const noGpus: CountedGpus = {
  nodes: null,
  conditions: [
    { condition: "gpus-are-counted", subject: "Nodes", sight: "cannot-be-seen", what: "No node has GPUs.", hint: null },
  ],
};

const evidence = async (prometheus: Ask | number, counted: CountedGpus = gpus) => {
  const services = { "monitoring/prometheus-stack-kube-prom-prometheus:http-web": prometheus };
  const { scene, asked } = sceneWith(resolution, { objects: {}, services });
  const [accelerators, services_] = await conformance(scene, counted);
  return { accelerators, services: services_, asked };
};

test("accelerators: what the requirement names is shown by what Prometheus has of each kind", async () => {
  const { accelerators, asked } = await evidence(playedPrometheus(gpuSeries, targets));
  expect(accelerators).toEqual({
    requirement: "accelerator_metrics",
    met: true,
    series: [
      { metric: "DCGM_FI_DEV_GPU_UTIL", count: 2, job },
      { metric: "DCGM_FI_DEV_FB_USED", count: 2, job },
      { metric: "DCGM_FI_DEV_GPU_TEMP", count: 2, job },
      { metric: "DCGM_FI_DEV_POWER_USAGE", count: 2, job },
      { metric: "DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL", count: 2, job },
    ],
    what: "Utilization and memory usage are there, by accelerator.",
  });
  expect(asked).toHaveLength(2);
});

test("accelerators: without the core set it is not met; what the hardware may lack is said", async () => {
  const core = gpuSeries.filter(
    ({ __name__: name }) => name === "DCGM_FI_DEV_GPU_UTIL" || name === "DCGM_FI_DEV_FB_USED",
  );
  const { accelerators } = await evidence(playedPrometheus(core, targets));
  expect(accelerators).toMatchObject({
    met: true,
    what: "Utilization and memory usage are there, by accelerator; none of temperature, power draw, interconnect bandwidth, which the hardware may not have.",
  });
  const { accelerators: bare } = await evidence(playedPrometheus(core.slice(0, 1), targets));
  expect(bare).toMatchObject({ met: false, what: "Prometheus has no series of memory usage of accelerators." });
});

test("accelerators: where there is none, nothing is told", async () => {
  const { accelerators } = await evidence(playedPrometheus([], targets), noGpus);
  expect(accelerators).toMatchObject({ met: null, series: [], what: "No node has GPUs." });
});

test("services: targets of monitors that are up, and AI services among them", async () => {
  const model: PlayedSeries = { __name__: "vllm:num_requests_running", job: "models/vllm", model_name: "m" };
  const { services } = await evidence(playedPrometheus([...gpuSeries, model], targets));
  expect(services).toEqual({
    requirement: "ai_service_metrics",
    met: true,
    series: [
      { metric: "vllm:num_requests_running", count: 1, job: "models/vllm" },
      { metric: "up", count: 1, job: "models/vllm" },
      { metric: "up", count: 1, job },
    ],
    what: "Prometheus discovers 3 targets by monitors, and collects from 2 of them in Prometheus' exposition format, among them vLLM.",
  });
  const { services: without } = await evidence(playedPrometheus(gpuSeries, targets));
  expect(without?.what).toContain("no AI service that is known here is among them now");
});

test.each([
  ["none of them is up", targets.map((one) => ({ ...one, up: false })), false],
  ["none is there", [], null],
])("services: %s", async (_why, played, met) => {
  expect((await evidence(playedPrometheus([], played))).services?.met).toBe(met);
});

test("without Prometheus neither can be told", async () => {
  const { accelerators, services } = await evidence(503);
  expect([accelerators?.met, services?.met]).toEqual([null, null]);
  expect(accelerators?.what).toMatch(/^Prometheus cannot be asked: .* answers 503/);
});
