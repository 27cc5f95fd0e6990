import { type OtherName, otherLabelOf, otherNameOf } from "../dcgm/renamed-metrics.ts";
import { type JsonObject, type Path, valueAt } from "../manifest.ts";
import { objectsAt, textAt } from "./json-fields.ts";
import type { World, WorldObject } from "./world.ts";

/** What can be read of the GPU exporter. */
export interface GpuSeries {
  /** E.g. `gpu-operator v26.7.0 in gpu-operator`. */
  readonly source: string;
  /** False: nothing is known of its metrics. */
  readonly known: boolean;
  /** Whether the metric has series: exported, or recorded by a rule under that name. */
  has(metric: string): boolean;
  /** What the exporter calls a metric that it has by the name of another release; null where it has none such, or the name itself. */
  renamed(metric: string): OtherName | null;
  /** The exporter's own name of a label that exists only with other capitals (`hostname` of `Hostname`) or renamed (the driver's version); null for every other. */
  labelWrittenOtherwise(label: string): string | null;
}

export const gpuSeries = (world: World): GpuSeries => {
  const { exporter } = world;
  const recorded = world
    .ofKind("PrometheusRule")
    .flatMap(({ body }) => objectsAt(body, ["spec", "groups"]))
    .flatMap((group) => objectsAt(group, ["rules"]))
    .flatMap((rule) => textAt(rule, ["record"]) ?? []);
  const names = new Set([
    ...(exporter.metrics ?? []).filter(({ type }) => type !== "label").map(({ name }) => name),
    ...recorded,
  ]);
  // Labels that a monitor makes by relabeling; `labelmap` makes any.
  const rules = ["ServiceMonitor", "PodMonitor", "ScrapeConfig", "Probe", "Prometheus"]
    .flatMap((kind) => world.ofKind(kind))
    .flatMap(relabelings);
  const made = new Set(rules.map((rule) => textAt(rule, ["targetLabel"])));
  const makesAny = rules.some((rule) => textAt(rule, ["action"])?.toLowerCase() === "labelmap");
  const labels = new Set([
    ...(exporter.labels ?? []),
    ...(exporter.metrics ?? []).flatMap((metric) => metric.labels ?? []),
  ]);
  const byLower = new Map([...labels].map((label) => [label.toLowerCase(), label]));
  return {
    source: exporter.description,
    known: exporter.metrics !== null,
    has: (metric) => names.has(metric),
    renamed: (metric) => {
      const other = otherNameOf(metric);
      return other !== null && names.has(other.name) && !names.has(metric) ? other : null;
    },
    labelWrittenOtherwise: (label) => {
      if (labels.has(label) || made.has(label) || makesAny) return null;
      const other = otherLabelOf(label);
      return byLower.get(label.toLowerCase()) ?? (other !== null && labels.has(other) ? other : null);
    },
  };
};

/** The relabelings of a monitor or of a Prometheus' scrape classes, of targets and of metrics. */
const relabelings = ({ body }: WorldObject): readonly JsonObject[] => {
  const lists: readonly Path[] = [
    ["spec", "endpoints"],
    ["spec", "podMetricsEndpoints"],
    ["spec", "scrapeClasses"],
  ];
  const holders = [valueAt(body, ["spec"]), ...lists.flatMap((path) => objectsAt(body, path))];
  return holders.flatMap((one) => [...objectsAt(one, ["relabelings"]), ...objectsAt(one, ["metricRelabelings"])]);
};
