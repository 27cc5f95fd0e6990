import type { ReportedPrometheus } from "../../signal/capacity/capacity-report.ts";
import { assumed, type StatedSize } from "../../signal/capacity/cluster-size.ts";
import type { MonitorSeries, SeriesPart } from "../../signal/capacity/monitor-series.ts";
import { capacitySources, type PublishedSpan } from "../../signal/capacity/published-figures.ts";
import { bytesText, countText, daysText } from "../../text/amount-text.ts";
import type { Report } from "../report.ts";
import { details, link, table, text } from "./markdown.ts";

/** What Prometheus has to hold, collapsed; empty where there is none. */
export const capacitySection = ({ capacity }: Report, rows: number): string =>
  (capacity?.prometheuses ?? [])
    .map((one) => details(title(one), body(one, capacity?.size ?? {}, rows)))
    .filter((part) => part !== "")
    .join("\n\n");

/** The same on a line, for a log; empty where the size of the cluster is not known. */
export const capacityLine = ({ capacity }: Pick<Report, "capacity">): string =>
  (capacity?.prometheuses ?? [])
    .filter(isSized)
    .map((one) => `${one.name}: ${totals(one)}${unknownOf(one).length === 0 ? "" : `; ${notCounted(one)}`}`)
    .join("\n");

const title = (one: ReportedPrometheus): string =>
  `Capacity of ${text(one.name)}: ${isSized(one) ? totals(one) : "the size of the cluster is not stated"}`;

const isSized = ({ monitors }: ReportedPrometheus): boolean =>
  monitors.every(({ exporter, series }) => exporter === null || series !== null);

const totals = ({ series, samplesPerSecond, diskBytesPerDay, memoryBytes, fullAfterSeconds }: ReportedPrometheus) =>
  [
    `${countText(series?.expected ?? 0)} series`,
    `${countText(samplesPerSecond?.expected ?? 0)} samples a second`,
    ...(memoryBytes === null ? [] : [`${spanText(memoryBytes, bytesText)} of memory`]),
    ...(diskBytesPerDay === null ? [] : [`${spanText(diskBytesPerDay, bytesText)} of disk a day`]),
    ...(fullAfterSeconds === null ? [] : [`room for ${spanText(fullAfterSeconds, daysText)}`]),
  ].join(", ");

const spanText = ({ from, to }: PublishedSpan, shown: (amount: number) => string): string => {
  const [low, high] = [shown(from), shown(to)];
  if (low === high) return low;
  const [, unit] = high.split(" ");
  return low.endsWith(` ${unit}`) ? `${low.split(" ")[0]} to ${high}` : `${low} to ${high}`;
};

const body = (one: ReportedPrometheus, size: StatedSize, rows: number): string =>
  [
    table(
      ["Monitor", "Exporter", "Every", "Series", "Made of", "Samples a second"],
      one.monitors.slice(0, rows).map(cells),
    ),
    one.monitors.length <= rows ? "" : `${one.monitors.length - rows} more are in report.json.`,
    [kept(one), ...(unknownOf(one).length === 0 ? [] : [`${notCounted(one)}.`]), sizeText(size)]
      .filter((line) => line !== "")
      .join("<br>"),
    `Disk by ${link("Prometheus' documentation", capacitySources.disk)} (1 to 2 bytes a sample), memory by ${link("Robust Perception", capacitySources.memory)}, without queries. What rules record is not counted.`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");

const cells = (one: MonitorSeries): readonly string[] => [
  `${text(one.monitor)}${one.path === "/metrics" ? "" : ` ${text(one.path)}`}`,
  one.exporter === null ? "not known" : text(one.exporter),
  text(one.interval),
  one.series === null ? "not known" : countText(one.series.expected),
  one.parts
    .filter(({ per }) => per !== "monitor")
    .map(partText)
    .join("<br>"),
  one.samplesPerSecond === null ? "" : countText(one.samplesPerSecond.expected),
];

const partText = ({ per, each, count }: SeriesPart): string => {
  if (per === "stack") return `${countText(each.expected)} of objects that are rendered`;
  const times = count === null ? "" : ` × ${countText(count.expected)}`;
  return `${countText(each.expected)} a ${per}${times}`;
};

const kept = ({ volumeBytes, retention, retentionSizeBytes }: ReportedPrometheus): string =>
  [
    volumeBytes === null ? "Nothing limits its volume" : `Its volume has ${bytesText(volumeBytes)}`,
    `it keeps samples ${[
      ...(retention === null ? [] : [`for ${text(retention)}`]),
      ...(retentionSizeBytes === null ? [] : [`up to ${bytesText(retentionSizeBytes)}`]),
    ].join(", or ")}.`,
  ].join("; ");

const unknownOf = ({ monitors }: ReportedPrometheus): readonly MonitorSeries[] =>
  monitors.filter(({ exporter }) => exporter === null);

/** What is not known is named as such, and is in no sum. */
const notCounted = (one: ReportedPrometheus): string =>
  `not counted, because what they export is not known: ${unknownOf(one).length} of ${one.monitors.length} endpoints of monitors`;

const sizeText = (size: StatedSize): string => {
  const { nodes, pods, containers, cpus } = size;
  if (nodes === undefined) return "State nodes and gpus under capacity in the configuration, and all is counted.";
  const taken = [
    ...(pods === undefined ? [`${assumed.podsOfNode} pods a node`] : []),
    ...(containers === undefined ? [`${assumed.containersOfPod} containers a pod`] : []),
    ...(cpus === undefined ? [`${assumed.cpusOfNode} CPUs a node`] : []),
  ];
  return taken.length === 0 ? "" : `Not stated, and taken to be: ${taken.join(", ")}.`;
};
