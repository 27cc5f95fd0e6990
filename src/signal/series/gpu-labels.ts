import { otherLabelOf } from "../../dcgm/renamed-metrics.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import type { World, WorldObject } from "../../world/world.ts";

/** Labels of the GPU exporter's metrics. */
export interface GpuLabels {
  /**
   * The exporter's own name of a label that exists only with other capitals (`hostname` of `Hostname`) or renamed (the
   * driver's version); null for every other.
   */
  writtenOtherwise(label: string): string | null;
}

export const gpuLabels = (world: World): GpuLabels => {
  const { exporter } = world;
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
    writtenOtherwise: (label) => {
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
