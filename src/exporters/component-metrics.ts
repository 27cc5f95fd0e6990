import { once } from "../core/once.ts";
import alertmanager from "./data/alertmanager.json" with { type: "json" };
import coredns from "./data/coredns.json" with { type: "json" };
import etcd from "./data/etcd.json" with { type: "json" };
import grafana from "./data/grafana.json" with { type: "json" };
import kubernetes from "./data/kubernetes.json" with { type: "json" };
import prometheus from "./data/prometheus.json" with { type: "json" };
import operator from "./data/prometheus-operator.json" with { type: "json" };
import { type MetricData, type MetricList, metricList } from "./metric-list.ts";

/**
 * Metrics of Prometheus, Alertmanager, the operator, Grafana, etcd, CoreDNS and Kubernetes' own components by their own
 * sources, all releases together: what has one type in all of them. What is in no list may be there all the same.
 */
export const componentMetrics = (metric: string): MetricList | null =>
  components
    .find(({ names }) => names.test(metric))
    ?.lists()
    .find((list) => list.metric(metric) !== undefined) ?? null;

interface Component {
  /** The beginnings of its metrics' names. */
  readonly names: RegExp;
  readonly lists: () => readonly MetricList[];
}

const list = once((data: MetricData) => metricList(data));

/** The longer beginning first. What the API server has of etcd begins like etcd's own. */
const components: readonly Component[] = [
  { names: /^prometheus_operator_/, lists: () => [list(operator)] },
  { names: /^prometheus_/, lists: () => [list(prometheus)] },
  { names: /^alertmanager_/, lists: () => [list(alertmanager)] },
  { names: /^grafana_/, lists: () => [list(grafana)] },
  { names: /^coredns_/, lists: () => [list(coredns)] },
  { names: /^etcd_/, lists: () => [list(etcd), list(kubernetes)] },
  {
    names: /^(?:aggregator|apiextensions|apiserver|kubelet|kubeproxy|rest_client|scheduler|workqueue)_/,
    lists: () => [list(kubernetes)],
  },
];

/** A gauge that rises all the time, or counts what there was, may well be asked how fast. */
export const isComponentGauge = (metric: string): boolean =>
  !/time|highest|lowest|current|generation|revision|version|last|latest|longest|unfinished|cleaned|_counts?$|_bounds$|_[rs]$|_total/.test(
    metric,
  );
