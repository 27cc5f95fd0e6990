import { componentMetrics } from "./component-metrics.ts";
import { containerMetrics } from "./container-metrics.ts";
import { kubernetesMetrics } from "./kubernetes-metrics.ts";
import { nodeCollectors } from "./node-collectors.ts";
import { stateMetrics } from "./state-metrics.ts";

/** How an exporter's data is made. */
export interface ExporterReader {
  /** Its public repository on GitHub, as owner/name. */
  readonly repository: string;
  /** The data, from a clone of it with all tags. */
  readonly read: (clone: string) => unknown;
}

const component = (repository: string, prefix: string, since: string): ExporterReader => ({
  repository,
  read: componentMetrics(`https://github.com/${repository}`, prefix, since),
});

/** Every exporter of the chart that has data in src/exporters/data, by its name. */
export const readers: Readonly<Record<string, ExporterReader>> = {
  "kube-state-metrics": { repository: "kubernetes/kube-state-metrics", read: stateMetrics },
  "node-exporter": { repository: "prometheus/node_exporter", read: nodeCollectors },
  cadvisor: { repository: "google/cadvisor", read: containerMetrics },
  kubernetes: { repository: "kubernetes/kubernetes", read: kubernetesMetrics },
  coredns: component("coredns/coredns", "coredns_", "1.9.0"),
  etcd: component("etcd-io/etcd", "etcd_", "3.4.0"),
  grafana: component("grafana/grafana", "grafana_", "8.0.0"),
  alertmanager: component("prometheus/alertmanager", "alertmanager_", "0.24.0"),
  prometheus: component("prometheus/prometheus", "prometheus_", "2.40.0"),
  "prometheus-operator": component("prometheus-operator/prometheus-operator", "prometheus_operator_", "0.60.0"),
};
