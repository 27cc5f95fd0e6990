import { containerSeries } from "../../exporters/container-series.ts";
import { always, type ExportedSeries, usually } from "../../exporters/exported-series.ts";
import { containerWith, type ExporterProgram, programOf } from "../../exporters/exporter-program.ts";
import { nodeExporter } from "../../exporters/node-exporter.ts";
import { nodeSeries } from "../../exporters/node-series.ts";
import { stateMetrics } from "../../exporters/state-metrics.ts";
import { stateSeries } from "../../exporters/state-series.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { templatePath } from "../../kubernetes/pod-template.ts";
import type { World } from "../../world/world.ts";
import { relabel } from "../scrape/relabel.ts";
import type { ScrapeJob } from "../scrape/scrape-job.ts";
import { scrapedTargets } from "../scrape/scraped-targets.ts";
import { isServed } from "../scrape/served-path.ts";
import type { PredictedTarget } from "../scrape/targets.ts";

/** What an exporter has, less what the monitor's metric relabelings drop. */
export interface Inventory {
  readonly exporter: string;
  readonly series: readonly ExportedSeries[];
}

/** What a scrape job brings; null where its exporter, or what that exports, is not known. */
export const inventoryOf = (job: ScrapeJob, targets: readonly PredictedTarget[], world: World): Inventory | null => {
  const found = exporterOf(job, targets, world);
  if (found === null) return null;
  const labels = targets[0]?.labels ?? { job: job.name };
  const kept = ({ metric, labels: own }: ExportedSeries): boolean =>
    (targets[0]?.series(metric, own) ?? relabel({ __name__: metric, ...labels, ...own }, job.metricRelabelings))
      .kept !== false;
  return { ...found, series: found.series.filter(kept) };
};

const exporterOf = (job: ScrapeJob, targets: readonly PredictedTarget[], world: World): Inventory | null => {
  const { gpu } = scrapedTargets(world);
  if (targets.some((target) => gpu.includes(target)))
    return targets.some((target) => isServed(target) === false) ? null : gpuInventory(world);
  // The kubelet's Service is made by the operator and is in no render.
  if (job.path === "/metrics/cadvisor") return { exporter: "cAdvisor", series: containerSeries() };
  const state = programIn(targets, stateMetrics.image);
  // Behind its other port are metrics of kube-state-metrics itself.
  if (state !== null && isPlain(state) && !targets.some((target) => isTelemetry(target, state)))
    return { exporter: stateMetrics.name, series: stateSeries(state) };
  const node = programIn(targets, nodeExporter.image);
  return node !== null && isPlain(node) ? { exporter: nodeExporter.name, series: nodeSeries(node) } : null;
};

/** Whether all that decides on its metrics is in sight. */
const isPlain = (program: ExporterProgram): boolean =>
  program.plain && program.version !== null && program.values("config").length === 0;

const programIn = (targets: readonly PredictedTarget[], image: string): ExporterProgram | null => {
  const workload = targets.find((target) => target.workload !== null)?.workload;
  const template = workload && templatePath(workload.ref.kind);
  const container = template && containerWith(valueAt(workload.body, template), image);
  return container ? programOf(container) : null;
};

const isTelemetry = ({ discovered }: PredictedTarget, program: ExporterProgram): boolean =>
  discovered["__address__"]?.endsWith(`:${program.values("telemetry-port").at(-1) ?? "8081"}`) === true;

/**
 * A row of the list of counters is a series of every GPU, or of every MIG device where a GPU is parted:
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/pkg/cmd/app.go
 */
const gpuInventory = ({ exporter }: World): Inventory | null => {
  if (exporter.metrics === null) return null;
  const values = Object.fromEntries((exporter.labels ?? []).map((label) => [label, label]));
  const series = exporter.metrics
    .filter(({ type }) => type !== "label")
    .flatMap(({ name: metric, labels = [] }): readonly ExportedSeries[] => {
      const own = { ...values, ...Object.fromEntries(labels.map((label) => [label, label])) };
      return [
        { metric, labels: own, per: "GPU", each: notOfAll.test(metric) ? usually(1) : always(1) },
        { metric, labels: own, per: "MIG device", each: usually(1) },
      ];
    });
  return { exporter: "dcgm-exporter", series };
};

/** What not every GPU has, or has always. */
const notOfAll = /PROF|NVLINK|NVSWITCH|VGPU|FABRIC|MEMORY_TEMP|REMAP|ECC|RETIRED|PCIE|ENERGY|FAN|C2C|DCGM_EXP_/;
