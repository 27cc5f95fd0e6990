import type { ValuesKey } from "../render/chart/value-sources.ts";
import type { Dashboard } from "./dashboards.ts";
import { metricWords, readsGpuMetric } from "./gpu-metric.ts";

/** One default dashboard that a user counts on. */
export interface DefaultDashboard {
  readonly area: "cluster" | "node" | "pod" | "api-server" | "gpu";
  /** Titles found, with the layer each comes from; empty: the area has none. */
  readonly found: readonly { readonly title: string; readonly from: "chart" | "base" | "overlay" }[];
}

/**
 * What a user counts on seeing, and how a dashboard that shows it is known: by its title and by the metrics it reads,
 * so that own dashboards count too.
 */
export interface DashboardArea {
  readonly area: DefaultDashboard["area"];
  /** As messages name it. */
  readonly name: string;
  /** The values that switch the chart's own dashboards of this area; empty where the chart has none. */
  readonly values: readonly ValuesKey[];
  covers(dashboard: Dashboard): boolean;
}

const chartDashboards: ValuesKey = ["grafana", "defaultDashboardsEnabled"];

export const dashboardAreas: readonly DashboardArea[] = [
  {
    area: "cluster",
    name: "an overview of the Kubernetes cluster",
    values: [chartDashboards],
    // One side of the cluster (its network, its nodes) is no overview of it.
    covers: titledAndReading(
      /^(?!.*\b(?:networking|node exporter|multi-cluster)\b).*\bcluster\b/i,
      /^(?:kube_|container_|node_|node:|cluster:|namespace_|instance:node)/,
    ),
  },
  {
    area: "node",
    name: "the nodes",
    values: [chartDashboards, ["nodeExporter", "enabled"]],
    // The chart's dashboards for other operating systems show nothing of a Linux node.
    covers: titledAndReading(
      /^(?!.*\b(?:aix|macos|darwin)\b).*\b(?:nodes?|hosts?|machines?|linux)\b/i,
      /^(?:node_|node:|instance:node|kube_node_)/,
    ),
  },
  {
    area: "pod",
    name: "the pods",
    values: [chartDashboards],
    covers: titledAndReading(/\bpods?\b/i, /^(?:container_|kube_pod_|namespace_|node_namespace_pod)/),
  },
  {
    area: "api-server",
    name: "the API server",
    values: [chartDashboards, ["kubeApiServer", "enabled"]],
    covers: titledAndReading(/\bapi[- ]?server\b/i, /^apiserver_|:apiserver_/),
  },
  {
    area: "gpu",
    name: "the GPUs",
    values: [],
    covers: ({ expressions }) => expressions.some(readsGpuMetric),
  },
];

function titledAndReading(title: RegExp, metric: RegExp): (dashboard: Dashboard) => boolean {
  return (dashboard) =>
    title.test(dashboard.title) &&
    dashboard.expressions.some((expression) => metricWords(expression).some((name) => metric.test(name)));
}
