import { once } from "../core/once.ts";
import alertmanager from "./data/alertmanager.json" with { type: "json" };
import prometheus from "./data/prometheus.json" with { type: "json" };
import operator from "./data/prometheus-operator.json" with { type: "json" };
import { type MetricData, type MetricList, metricList } from "./metric-list.ts";

/**
 * Metrics of Prometheus, Alertmanager and the operator by their own sources, all releases together. What is in no list
 * may be there all the same.
 */
export const componentMetrics = (metric: string): MetricList | null => {
  const data = components.find(({ prefix }) => metric.startsWith(prefix))?.data;
  return data === undefined ? null : list(data);
};

/** The longer beginning first. */
const components: readonly { readonly prefix: string; readonly data: MetricData }[] = [
  { prefix: "prometheus_operator_", data: operator },
  { prefix: "prometheus_", data: prometheus },
  { prefix: "alertmanager_", data: alertmanager },
];

const list = once(metricList);

/** A gauge that rises all the time may well be asked how fast. */
export const isComponentGauge = (metric: string): boolean =>
  !/time|highest|lowest|current|generation|_total$/.test(metric);
