import { once } from "../core/once.ts";
import data from "./data/cadvisor.json" with { type: "json" };
import { type MetricList, metricList } from "./metric-list.ts";

const list = once((_: typeof data) => metricList(data));

/** The beginning of the names of cAdvisor's metrics of containers. */
export const containerPrefix = "container_";

/** What cAdvisor can have of containers. Other parts of Kubernetes and cost exporters have names that begin so, too. */
export const containerMetrics = (): MetricList => list(data);

/**
 * Where the kubelet has metrics of containers: cAdvisor's, and the few that metrics-server reads.
 * https://kubernetes.io/docs/concepts/cluster-administration/system-metrics/
 */
export const containerPaths: ReadonlySet<string> = new Set(["/metrics/cadvisor", "/metrics/resource"]);

/** A gauge that neither only rises nor is called a total. */
export const isContainerGauge = (metric: string): boolean => !/_total$|_last_seen$|_start_time_/.test(metric);
