import { containerSeries } from "../../../src/exporters/container-series.ts";
import type { ExportedSeries } from "../../../src/exporters/exported-series.ts";
import { type ExporterProgram, programOf } from "../../../src/exporters/exporter-program.ts";
import { nodeSeries } from "../../../src/exporters/node-series.ts";
import { stateSeries } from "../../../src/exporters/state-series.ts";
import { type StatedSize, thingCount } from "../../../src/signal/capacity/cluster-size.ts";
import { diskBytes } from "../../../src/signal/capacity/published-figures.ts";
import { worldOf } from "../world-of.ts";

/** A cluster of which size and load are published, and what is foretold of it. */
export interface PublishedCluster {
  readonly name: string;
  readonly source: string;
  /** What was published. */
  readonly observed: number;
  predict(): number;
}

const program = (image: string, args: readonly string[] = []): ExporterProgram => programOf({ image, args: [...args] });

/** What is expected of exporters, where metrics with these names are kept. */
const expected = (series: readonly ExportedSeries[], stated: StatedSize, keep = /^/): number => {
  const count = thingCount({ stated, series: {} }, worldOf({}));
  return series
    .filter(({ metric }) => keep.test(metric))
    .reduce((sum, { per, each }) => sum + each.expected * (count(per)?.expected ?? 0), 0);
};

/** https://github.com/Azure/prometheus-collector/blob/main/otelcollector/shared/configmap/mp/definitions.go */
const azure = {
  containers:
    /^container_(?:spec_cpu_(?:quota|period)|memory_(?:rss|working_set_bytes|cache|swap)|network_(?:receive|transmit)_(?:bytes|packets|packets_dropped)_total|fs_(?:reads|writes)(?:_bytes)?_total|cpu_usage_seconds_total|cpu_cfs_(?:throttled_)?periods_total|start_time_seconds)$/,
  nodes:
    /^node_(?:filesystem_(?:readonly|avail_bytes|size_bytes)|memory_(?:MemTotal|MemAvailable|Buffers|Cached|MemFree|Slab)_bytes|cpu_seconds_total|time_seconds|exporter_build_info|load1|load5|load15|vmstat_pgmajfault|network_(?:receive|transmit)_(?:bytes|drop)_total|disk_(?:io_time_seconds_total|io_time_weighted_seconds_total|read_bytes_total|written_bytes_total)|uname_info|boot_time_seconds)$/,
};

const azurePage = "https://learn.microsoft.com/azure/azure-monitor/containers/prometheus-metrics-scrape-scale";

/** Samples a minute, at the default of 30 s. */
const ofNodeAgents = (stated: StatedSize): number =>
  2 *
  (expected(containerSeries(), stated, azure.containers) +
    expected(nodeSeries(program("node-exporter:v1.6.0")), stated, azure.nodes));

const okdPage = "https://docs.okd.io/4.11/scalability_and_performance/scaling-cluster-monitoring-operator.html";

/** Bytes a day at 2 bytes a sample, scraped every 30 s. Interfaces of pods are left out, as OpenShift does. */
const diskOfDay = (stated: StatedSize): number => {
  const node = program("node-exporter:v1.1.2", [
    "--collector.netclass.ignored-devices=^(veth.*)$",
    "--collector.netdev.device-exclude=^(veth.*)$",
  ]);
  const series = [...stateSeries(program("kube-state-metrics:v2.0.0")), ...nodeSeries(node), ...containerSeries()];
  return diskBytes(expected(series, stated) / 30, 86_400).to;
};

export const publishedClusters: readonly PublishedCluster[] = [
  {
    name: "Azure, 3 nodes, 40 pods: samples a minute of cAdvisor, kubelet and node exporter",
    ...{ source: azurePage, observed: 9858, predict: () => ofNodeAgents({ nodes: 3, pods: 40 }) },
  },
  {
    name: "Azure, 340 nodes, 13,000 pods: the same",
    ...{ source: azurePage, observed: 2_300_000, predict: () => ofNodeAgents({ nodes: 340, pods: 13_000 }) },
  },
  {
    name: "GKE, 400 nodes, about 2,000 pods: series of kube-state-metrics",
    ...{ source: "https://github.com/kubernetes/kube-state-metrics/issues/897", observed: 120_000 },
    predict: () => expected(stateSeries(program("kube-state-metrics:v2.0.0")), { nodes: 400, pods: 2000 }),
  },
  {
    name: "OpenShift, 50 nodes, 1,800 pods: bytes of disk a day",
    // Published with about a fifth on top.
    ...{ source: okdPage, observed: 6.3e9 / 1.2 },
    predict: () => diskOfDay({ nodes: 50, pods: 1800, containers: 3600 }),
  },
  {
    name: "OpenShift, 200 nodes, 7,200 pods: the same",
    ...{ source: okdPage, observed: 25e9 / 1.2 },
    predict: () => diskOfDay({ nodes: 200, pods: 7200, containers: 14_400 }),
  },
];
