import { once } from "../../core/once.ts";
import { isOfEveryGpu } from "../../dcgm/every-gpu.ts";
import { containerSeries } from "../../exporters/container-series.ts";
import { always, type ExportedSeries, usually } from "../../exporters/exported-series.ts";
import { containerWith, type ExporterProgram, programOf } from "../../exporters/exporter-program.ts";
import { nodeExporter } from "../../exporters/node-exporter.ts";
import { nodeSeries } from "../../exporters/node-series.ts";
import { stateMetrics } from "../../exporters/state-metrics.ts";
import { stateSeries } from "../../exporters/state-series.ts";
import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { templatePath } from "../../kubernetes/pod-template.ts";
import type { World } from "../../world/world.ts";
import { operatorFlags } from "../operator/operator-flags.ts";
import { type RelabelRule, relabel } from "../scrape/relabel.ts";
import { failsToScrape } from "../scrape/scrape-failure.ts";
import type { ScrapeJob } from "../scrape/scrape-job.ts";
import { scrapedTargets } from "../scrape/scraped-targets.ts";
import { isServed } from "../scrape/served-path.ts";
import type { PredictedTarget } from "../scrape/targets.ts";

/** What an exporter has, less what the monitor's metric relabelings drop. */
export interface Inventory {
  readonly exporter: string;
  /** Whether Prometheus surely finds it. */
  readonly certain: boolean;
  readonly series: readonly ExportedSeries[];
}

/** What a scrape job brings; null where its exporter, or what that exports, is not known. */
export const inventoryOf = (job: ScrapeJob, targets: readonly PredictedTarget[], world: World): Inventory | null => {
  const found = exporterOf(job, targets, world);
  if (found === null) return null;
  const [first] = targets;
  const kept = ({ metric, labels }: ExportedSeries): boolean =>
    (first?.series(metric, labels) ?? relabel({ __name__: metric, job: job.name, ...labels }, job.metricRelabelings))
      .kept !== false;
  // The Service of the kubelets is made by the operator, and is in no render.
  const isFound = first === undefined ? operatorFlags(world).makesKubeletService : targets.some((one) => one.certain);
  return {
    exporter: found.exporter,
    certain: isFound && job.metricRelabelings.every((rule) => isDecided(rule, job)),
    series: job.metricRelabelings.length === 0 ? found.series : found.series.filter(kept),
  };
};

/** Whether a rule that drops series goes by what all of a metric have alike. */
const isDecided = ({ action, sourceLabels }: RelabelRule, { path }: ScrapeJob): boolean =>
  !/^(?:keep|drop)/i.test(action) ||
  sourceLabels.every((label) => label === "__name__" || (path === containersPath && ofContainers.has(label)));

const containersPath = "/metrics/cadvisor";
/** Labels that every series of a container in a pod has. */
const ofContainers: ReadonlySet<string> = new Set(["id", "pod", "scope", "interface"]);

type Exporter = Omit<Inventory, "certain">;

const exporterOf = (job: ScrapeJob, targets: readonly PredictedTarget[], world: World): Exporter | null => {
  if (targets.some((target) => gpuTargets(world).has(target)))
    return targets.some((target) => isServed(target) === false || failsToScrape(target, world))
      ? null
      : gpuInventory(world);
  if (job.path === containersPath) return { exporter: "cAdvisor", series: containerSeries() };
  const workload = targets.find((target) => target.workload !== null)?.workload ?? null;
  const state = workload && stateInventory(workload.ref.kind)(workload.body);
  // Behind its other port are metrics of kube-state-metrics itself.
  if (state) return targets.some((target) => isTelemetry(target, state.telemetryPort)) ? null : state;
  return workload && nodeInventory(workload.ref.kind)(workload.body);
};

const gpuTargets = once((world: World): ReadonlySet<PredictedTarget> => new Set(scrapedTargets(world).gpu));

type StateExporter = Exporter & { readonly telemetryPort: string };

const stateInventory = once((kind: string) =>
  once((body: JsonObject): StateExporter | null => {
    const program = programIn(kind, body, stateMetrics.image);
    if (program === null) return null;
    const telemetryPort = program.values("telemetry-port").at(-1) ?? "8081";
    return { exporter: stateMetrics.name, series: stateSeries(program), telemetryPort };
  }),
);

const nodeInventory = once((kind: string) =>
  once((body: JsonObject): Exporter | null => {
    const program = programIn(kind, body, nodeExporter.image);
    return program === null ? null : { exporter: nodeExporter.name, series: nodeSeries(program) };
  }),
);

/** The exporter that a workload runs; null where it is another, or what decides on its metrics is not in sight. */
const programIn = (kind: string, body: JsonObject, image: string): ExporterProgram | null => {
  const template = templatePath(kind);
  const container = template === null ? undefined : containerWith(valueAt(body, template), image);
  if (container === undefined) return null;
  const program = programOf(container);
  return program.plain && program.version !== null && program.values("config").length === 0 ? program : null;
};

const isTelemetry = ({ discovered }: PredictedTarget, port: string): boolean =>
  discovered["__address__"]?.endsWith(`:${port}`) === true;

/**
 * A row of the list of counters is a series of every GPU, or of every MIG device where a GPU is parted:
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/pkg/cmd/app.go
 */
const gpuInventory = once(({ exporter }: World): Exporter | null => {
  if (exporter.metrics === null) return null;
  const values = Object.fromEntries((exporter.labels ?? []).map((label) => [label, label]));
  const series = exporter.metrics
    .filter(({ type }) => type !== "label")
    .flatMap(({ name: metric, labels: more = [] }): readonly ExportedSeries[] => {
      const labels = { ...values, ...Object.fromEntries(more.map((label) => [label, label])) };
      return [
        { metric, labels, per: "GPU", each: isOfEveryGpu(metric) ? always(1) : usually(1) },
        { metric, labels, per: "MIG device", each: usually(1) },
      ];
    });
  return { exporter: "dcgm-exporter", series };
});
