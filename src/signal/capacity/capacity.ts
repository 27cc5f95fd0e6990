import { nameOf } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import type { Amount } from "../../exporters/exported-series.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { ClusterSize, StatedSize } from "./cluster-size.ts";
import { type MonitorSeries, monitorSeries } from "./monitor-series.ts";
import { type PrometheusStorage, storageOf } from "./prometheus-storage.ts";
import { diskBytes, memoryBytes, type PublishedSpan } from "./published-figures.ts";

/** What the stack's Prometheuses have to hold, foretold from files. */
export interface Capacity {
  readonly stated: StatedSize;
  readonly prometheuses: readonly PrometheusCapacity[];
}

/** What one Prometheus has to hold: all numbers are of one pod of it. */
export interface PrometheusCapacity {
  readonly object: WorldObject;
  readonly name: string;
  readonly monitors: readonly MonitorSeries[];
  /** Of the monitors of which it is known; null: of none of them. */
  readonly series: Amount | null;
  readonly samplesPerSecond: Amount | null;
  /** By what is expected; null where that is not known. */
  readonly memoryBytes: PublishedSpan | null;
  readonly diskBytesPerDay: PublishedSpan | null;
  readonly storage: PrometheusStorage;
  /** Seconds until so much is kept that nothing more fits (by the most, and by the least), and what ends it. */
  readonly full: PublishedSpan | null;
}

const secondsOfDay = 86_400;

/** The capacity of the Prometheuses of the world; of more than a tree has in earnest the first. */
export const capacityOf = (world: World, size: ClusterSize): Capacity => foretold(world)(size);

const mostPrometheuses = 20;

const foretold = once((world: World) =>
  once(
    (size: ClusterSize): Capacity => ({
      stated: size.stated,
      prometheuses: world
        .ofKind("Prometheus")
        .slice(0, mostPrometheuses)
        .map((object) => ofPrometheus(object, size, world)),
    }),
  ),
);

const ofPrometheus = (object: WorldObject, size: ClusterSize, world: World): PrometheusCapacity => {
  const monitors = monitorSeries(object, size, world);
  const storage = storageOf(object, world);
  const series = sumOf(
    monitors.map((one) => one.series),
    storage.shards,
  );
  const samplesPerSecond = sumOf(
    monitors.map((one) => one.samplesPerSecond),
    storage.shards,
  );
  const known = series !== null && samplesPerSecond !== null;
  const perDay = known ? diskBytes(samplesPerSecond.expected, secondsOfDay) : null;
  const room = Math.min(storage.volumeBytes ?? Infinity, storage.retentionSizeBytes ?? Infinity);
  return {
    ...{ object, name: nameOf(object.ref), monitors, series, samplesPerSecond, storage },
    memoryBytes: known ? memoryBytes(series.expected, samplesPerSecond.expected) : null,
    diskBytesPerDay: perDay,
    full:
      perDay === null || perDay.from === 0 || room === Infinity
        ? null
        : { from: (room / perDay.to) * secondsOfDay, to: (room / perDay.from) * secondsOfDay },
  };
};

/** Of what is known; each shard has its part. Null where nothing is. */
const sumOf = (ranges: readonly (Amount | null)[], shards: number): Amount | null => {
  const known = ranges.filter((range) => range !== null);
  if (known.length === 0) return null;
  return known.reduce(
    (sum, { least, expected }) => ({ least: sum.least + least / shards, expected: sum.expected + expected / shards }),
    { least: 0, expected: 0 },
  );
};
