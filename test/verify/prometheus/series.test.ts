import { expect, test } from "vitest";
import { anyLabels, withLabels } from "../../../src/promql/label-shape.ts";
import { readExpression } from "../../../src/promql/parse-expression.ts";
import { livePrometheus } from "../../../src/verify/prometheus/live-prometheus.ts";
import { readSeries, type Shapes, seriesChance } from "../../../src/verify/prometheus/series.ts";
import { playedResolution } from "../played.ts";
import { type PlayedSeries, playedPrometheus } from "../played-prometheus.ts";
import { sceneWith } from "../scene-with.ts";

const resolution = playedResolution();
const [prometheus] = resolution.world.ofKind("Prometheus");

const ofGpu: PlayedSeries = {
  ...{ __name__: "DCGM_FI_DEV_GPU_UTIL", job: "nvidia-dcgm-exporter", namespace: "gpu-operator" },
  ...{ gpu: "0", UUID: "GPU-1" },
};
const ofPod: PlayedSeries = {
  ...{ __name__: "kube_pod_container_status_waiting_reason", job: "kube-state-metrics" },
  ...{ namespace: "monitoring", pod: "a", container: "b", reason: "ContainerCreating" },
};

/** How the labels of an expression's only selector are judged, by these series. */
const labelsOf = async (expression: string, shapes: Shapes = resolution.known): Promise<string> => {
  if (prometheus === undefined) throw new Error("The played stack has no Prometheus");
  const services = { "monitoring/kps-prometheus:http-web": playedPrometheus([ofGpu, ofPod]) };
  const { scene } = sceneWith(resolution, { objects: {}, services });
  const { selectors } = readExpression(expression);
  const read = await readSeries(selectors, livePrometheus(scene)(prometheus), shapes);
  const [selector] = selectors;
  if (!read.ok || selector === undefined) throw new Error(`Nothing is read of ${expression}`);
  return seriesChance(selector, read.value).labels;
};

test.each([
  ["a GPU that no pod uses now", 'DCGM_FI_DEV_GPU_UTIL{exported_pod!=""}', "unknown"],
  ["pods of a namespace in which none uses a GPU now", 'DCGM_FI_DEV_GPU_UTIL{exported_namespace="train"}', "unknown"],
  ["an error that there was not", 'DCGM_FI_DEV_GPU_UTIL{err_code="79"}', "unknown"],
  ["a value that comes and goes, at a job that is there", 'DCGM_FI_DEV_GPU_UTIL{job=~"nvidia-.*",gpu="7"}', "unknown"],
  ["a job that is not there, and a value that comes and goes", 'DCGM_FI_DEV_GPU_UTIL{job="dcgm",gpu="7"}', "no"],
  ["a label of another name", 'DCGM_FI_DEV_GPU_UTIL{Hostname="gpu-1"}', "no"],
  [
    "a pod that waits for another reason",
    'kube_pod_container_status_waiting_reason{job="kube-state-metrics",reason="CrashLoopBackOff"}',
    "unknown",
  ],
  ["pods of a namespace in which none waits", 'kube_pod_container_status_waiting_reason{namespace="train"}', "unknown"],
])("%s: %s", async (_why, expression, chance) => {
  expect(await labelsOf(expression)).toBe(chance);
});

test("the namespace of the exporter must be met where it is the target's, and not where a pod's may stand in it", async () => {
  const elsewhere = 'DCGM_FI_DEV_GPU_UTIL{namespace="default"}';
  const having = (values: readonly string[] | null): Shapes => ({
    shapeOf: () => withLabels(anyLabels, [["namespace", values]]),
  });
  expect(await labelsOf(elsewhere, having(["gpu-operator"]))).toBe("no");
  expect(await labelsOf(elsewhere, having(null))).toBe("unknown");
});

test("no query is so long that a proxy on the way would refuse it, and none is left out", async () => {
  const jobs = Array.from({ length: 300 }, (_, index) => `job-${index}-${"with-a-long-name-".repeat(index % 12)}`);
  const series = jobs.map((job, index) => ({ __name__: `DCGM_FI_DEV_SOME_LONG_NAME_${index}`, job }));
  const selectors = series.flatMap(
    ({ __name__, job }) => readExpression(`${__name__}{job="${job}",gpu!="9"}`).selectors,
  );
  const services = { "monitoring/kps-prometheus:http-web": playedPrometheus(series) };
  const { scene, asked } = sceneWith(resolution, { objects: {}, services });
  if (prometheus === undefined) throw new Error("The played stack has no Prometheus");
  const read = await readSeries(selectors, livePrometheus(scene)(prometheus), resolution.known);
  expect(read.ok && selectors.map((one) => read.value.countOfSelector(one))).toEqual(series.map(() => 1));
  expect(Math.max(...asked.map((one) => one.length))).toBeLessThan(7000);
  expect(asked.length).toBeLessThan(40);
});
