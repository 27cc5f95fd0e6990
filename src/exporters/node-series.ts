import { type Amount, always, type ExportedSeries, usually } from "./exported-series.ts";
import type { ExporterProgram } from "./exporter-program.ts";
import type { ListedMetric } from "./metric-list.ts";
import { nodeExporter } from "./node-exporter.ts";

/**
 * Series of the node exporter on a node of a cluster: of collectors that find something on every such node. What hangs
 * on hardware or file systems that not every node has (bonds, InfiniBand, sensors, ZFS) is not counted.
 */
export const nodeSeries = (program: ExporterProgram): readonly ExportedSeries[] => [
  ...nodeExporter.list().names.flatMap((name) => ofMetric(name, program)),
  ...ofTheProgram(program),
];

const ofMetric = (name: string, program: ExporterProgram): readonly ExportedSeries[] => {
  const exported = nodeExporter.exported(name, program);
  if (exported.status !== "yes" || !isEverywhere(exported.metric)) return [];
  const { labels } = exported.metric;
  const values = Object.fromEntries(labels.filter((label) => label !== "*").map((label) => [label, label]));
  return countsOf(exported.metric, program).map(([per, each]) => ({ metric: name, labels: values, per, each }));
};

const isEverywhere = ({ name, parts }: ListedMetric): boolean =>
  parts.some((part) => everywhere.has(part)) && !rare.test(name);

const everywhere: ReadonlySet<string> = new Set([
  ...["arp", "conntrack", "cpu", "diskstats", "entropy", "filefd", "filesystem", "loadavg", "meminfo", "netclass"],
  ...["netdev", "netstat", "os", "pressure", "schedstat", "sockstat", "softnet", "stat", "time", "timex"],
  ...["udp_queues", "uname", "vmstat"],
]);

/** Metrics of these collectors that an ordinary node, or the default of an argument, does not have. */
const rare = new RegExp(
  [
    "^node_cpu_(?:bug_info|flag_info|frequency_hertz|info|isolated|online|core_throttles|package_throttles)",
    ...["^node_disk_(?:ata_|device_mapper|filesystem_info)", "^node_network_(?:address_info|route)"],
    ...["^node_os_support_end", "^node_pressure_irq", "^node_softirqs"],
  ].join("|"),
);

type Count = readonly [per: string, each: Amount];

const countsOf = ({ name, labels }: ListedMetric, program: ExporterProgram): readonly Count[] => {
  if (name === "node_cpu_seconds_total") return [["CPU", always(8)]];
  if (name === "node_cpu_guest_seconds_total") return [["CPU", always(2)]];
  if (name === "node_udp_queues") return [["node", usually(4)]];
  if (name === "node_time_clocksource_available_info") return [["node", usually(2)]];
  if (labels.includes("cpu")) return [["CPU", name.startsWith("node_schedstat_") ? usually(1) : always(1)]];
  if (name.startsWith("node_filesystem_")) return [["file system", usually(1)]];
  if (name.startsWith("node_disk_")) return [["disk", usually(1)]];
  if (name.startsWith("node_network_")) return ofInterface(name, program);
  if (name.startsWith("node_arp_")) return [["network interface", usually(1)]];
  // Of the kernel's tables some fields come and go with its release.
  return [["node", /^node_(?:memory|nf_conntrack|netstat|pressure|sockstat)_/.test(name) ? usually(1) : always(1)]];
};

/** The host's end of a pod's network is an interface of the node, unless it is left out by its name. */
const ofInterface = (name: string, program: ExporterProgram): readonly Count[] => {
  const isTraffic = /^node_network_(?:receive|transmit)_/.test(name);
  const leftOut = isTraffic ? "collector.netdev.device-exclude" : "collector.netclass.ignored-devices";
  const own: Count = ["network interface", usually(1)];
  return program.values(leftOut).length > 0 ? [own] : [own, ["pod", usually(1)]];
};

/**
 * What it says of itself: how long each collector took and whether it came through, and the Go runtime, process and
 * HTTP handler. Seen at release 1.12.1 with the arguments of the chart.
 */
const ofTheProgram = (program: ExporterProgram): readonly ExportedSeries[] => {
  const own = (metric: string, count: number): ExportedSeries => {
    const each = { least: Math.floor(count / 2), expected: count };
    return { metric, labels: {}, per: "node", each };
  };
  const runtime = program.values("web.disable-exporter-metrics").length > 0 ? [] : [own("go_info", 50)];
  return [own("node_scrape_collector_success", 49), own("node_scrape_collector_duration_seconds", 49), ...runtime];
};
