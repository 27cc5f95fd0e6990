import type { Amount } from "../../exporters/exported-series.ts";
import type { World } from "../../world/world.ts";
import { capacityOf, type PrometheusCapacity } from "./capacity.ts";
import type { ClusterSize, StatedSize } from "./cluster-size.ts";
import type { MonitorSeries } from "./monitor-series.ts";
import type { PublishedSpan } from "./published-figures.ts";

/** The capacity as report.json has it: whole series and bytes. */
export interface CapacityReport {
  /** What is stated of the cluster's size. */
  readonly size: StatedSize;
  readonly prometheuses: readonly ReportedPrometheus[];
}

/** One Prometheus; numbers are of one pod of it. Null: not known, or there is none. */
export interface ReportedPrometheus {
  readonly name: string;
  readonly monitors: readonly MonitorSeries[];
  readonly series: Amount | null;
  readonly samplesPerSecond: Amount | null;
  readonly memoryBytes: PublishedSpan | null;
  readonly diskBytesPerDay: PublishedSpan | null;
  readonly volumeBytes: number | null;
  readonly retention: string | null;
  readonly retentionSizeBytes: number | null;
  /** Until volume or size of the retention has no more room. */
  readonly fullAfterSeconds: PublishedSpan | null;
}

/** Null where the render has no Prometheus. */
export const capacityReport = (world: World, size: ClusterSize): CapacityReport | null => {
  const { stated, prometheuses } = capacityOf(world, size);
  return prometheuses.length === 0 ? null : { size: stated, prometheuses: prometheuses.map(reported) };
};

const reported = (one: PrometheusCapacity): ReportedPrometheus => ({
  name: one.name,
  monitors: one.monitors.map(({ series, samplesPerSecond, ...rest }) => ({
    ...rest,
    series: rounded(series),
    samplesPerSecond: rounded(samplesPerSecond),
  })),
  series: rounded(one.series),
  samplesPerSecond: rounded(one.samplesPerSecond),
  memoryBytes: spanOf(one.memoryBytes),
  diskBytesPerDay: spanOf(one.diskBytesPerDay),
  volumeBytes: one.storage.volumeBytes,
  retention: one.storage.retention,
  retentionSizeBytes: one.storage.retentionSizeBytes,
  fullAfterSeconds: spanOf(one.full),
});

const rounded = (range: Amount | null): Amount | null =>
  range === null ? null : { least: Math.round(range.least), expected: Math.round(range.expected) };

const spanOf = (span: PublishedSpan | null): PublishedSpan | null =>
  span === null ? null : { from: Math.round(span.from), to: Math.round(span.to) };
