import type { ChartExporter } from "./chart-exporter.ts";
import { componentMetrics, isComponentGauge } from "./component-metrics.ts";
import { containerMetrics, containerPrefix, isContainerGauge } from "./container-metrics.ts";
import type { MetricList } from "./metric-list.ts";
import { nodeExporter } from "./node-exporter.ts";
import { stateMetrics } from "./state-metrics.ts";

/** The exporters that the chart deploys and of which the metrics are known. */
export const chartExporters: readonly ChartExporter[] = [stateMetrics, nodeExporter];

/** The exporter whose metrics begin like this one; a name with a colon is recorded. */
export const exporterOf = (metric: string): ChartExporter | null =>
  (metric.includes(":") ? null : chartExporters.find(({ prefix }) => metric.startsWith(prefix))) ?? null;

/** The beginnings of the names of metrics that are judged, beside the GPU exporter's. */
export const judgedPrefixes: readonly string[] = [...chartExporters.map(({ prefix }) => prefix), containerPrefix];

/** Whether a metric's name begins like one of theirs, or of cAdvisor's. */
export const isJudged = (metric: string): boolean =>
  !metric.includes(":") && judgedPrefixes.some((prefix) => metric.startsWith(prefix));

/**
 * The type of a metric of theirs, of cAdvisor's, or of a component that the chart deploys or scrapes; null of any
 * other.
 */
export const typeOf = (metric: string): "gauge" | "counter" | null => {
  if (metric.includes(":")) return null;
  if (metric.startsWith(containerPrefix)) return typeIn(containerMetrics(), metric, isContainerGauge);
  const exporter = exporterOf(metric);
  return exporter === null
    ? typeIn(componentMetrics(metric), metric, isComponentGauge)
    : typeIn(exporter.list(), metric, exporter.isTrueGauge);
};

const typeIn = (
  list: MetricList | null,
  metric: string,
  isTrueGauge: (metric: string) => boolean,
): "gauge" | "counter" | null => {
  const type = list?.metric(metric)?.type ?? "untyped";
  return type === "counter" || (type === "gauge" && isTrueGauge(metric)) ? type : null;
};
