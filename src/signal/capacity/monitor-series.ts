import { nameOf } from "../../core/finding.ts";
import { type Amount, always } from "../../exporters/exported-series.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { rejectionOf } from "../operator/monitor-acceptance.ts";
import { monitorKinds, selectingPrometheuses } from "../operator/monitor-selection.ts";
import { monitorJobs } from "../scrape/monitor-jobs.ts";
import type { ScrapeJob } from "../scrape/scrape-job.ts";
import { type PredictedTarget, predictTargets } from "../scrape/targets.ts";
import { type ClusterSize, type Count, sizedThings, thingCount } from "./cluster-size.ts";
import { inventoryOf } from "./inventory-of.ts";

/** So many series for each thing of a kind, and how many of these there are; a null count: nothing tells. */
export interface SeriesPart {
  /** `GPU`, `MIG device`, `node`, `CPU`, `pod`, `container`, …; `stack`: all objects that are rendered together. */
  readonly per: string;
  readonly each: Amount;
  readonly count: Amount | null;
}

/** What one endpoint of a monitor brings into Prometheus. */
export interface MonitorSeries {
  /** E.g. `ServiceMonitor monitoring/dcgm-exporter`. */
  readonly monitor: string;
  /** The scrape pool, e.g. `serviceMonitor/monitoring/dcgm-exporter/0`. */
  readonly pool: string;
  readonly path: string;
  /** As messages name it; null: which one it is, or what it exports, is not known. */
  readonly exporter: string | null;
  /** As Prometheus writes it, e.g. `15s`. */
  readonly interval: string;
  readonly parts: readonly SeriesPart[];
  /** Null: not known, which never means none. */
  readonly series: Amount | null;
  readonly samplesPerSecond: Amount | null;
}

/** Series of every endpoint that a Prometheus scrapes, in the order of the monitors. */
export const monitorSeries = (prometheus: WorldObject, size: ClusterSize, world: World): readonly MonitorSeries[] => {
  const count = thingCount(size, world);
  return monitorKinds
    .flatMap((kind) => world.ofKind(kind))
    .filter(
      (monitor) =>
        selectingPrometheuses(monitor, world).includes(prometheus) && rejectionOf(monitor, prometheus, world) === null,
    )
    .flatMap((monitor) => {
      const jobs = monitorJobs(monitor, prometheus, world);
      const targets = Map.groupBy(predictTargets(monitor, world, prometheus), ({ job }) => job);
      const counted = size.series[nameOf(monitor.ref)];
      return counted === undefined || jobs[0] === undefined
        ? jobs.map((job) => ofJob(job, targets.get(job.name) ?? [], { monitor, count, world }))
        : [rowOf(monitor, jobs[0], "as stated", [{ per: "monitor", each: always(counted), count: always(1) }])];
    });
};

interface Around {
  readonly monitor: WorldObject;
  readonly count: Count;
  readonly world: World;
}

const ofJob = (
  job: ScrapeJob,
  targets: readonly PredictedTarget[],
  { monitor, count, world }: Around,
): MonitorSeries => {
  const inventory = inventoryOf(job, targets, world);
  if (inventory === null) return rowOf(monitor, job, null, []);
  const sums = new Map<string, Amount>();
  for (const { per, each } of inventory.series) {
    const before = sums.get(per) ?? always(0);
    sums.set(per, {
      least: before.least + (inventory.certain ? each.least : 0),
      expected: before.expected + each.expected,
    });
  }
  const parts = [...sums].map(([per, each]) => ({ per, each, count: count(per) }));
  return rowOf(monitor, job, inventory.exporter, withoutNone(together(parts)));
};

/** Objects of a resource (`deployments`) are counted in the render: one line for all of them. */
const together = (parts: readonly SeriesPart[]): readonly SeriesPart[] => {
  const isObject = ({ per }: SeriesPart): boolean => !sizedThings.includes(per);
  const objects = parts.filter(isObject);
  if (objects.length === 0) return parts;
  const each = sumOf(objects) ?? always(0);
  return [...parts.filter((part) => !isObject(part)), { per: "stack", each, count: always(1) }];
};

const withoutNone = (parts: readonly SeriesPart[]): readonly SeriesPart[] =>
  parts.filter(({ each, count }) => each.expected > 0 && count?.expected !== 0);

/** Null where one of them is not known. */
const sumOf = (parts: readonly SeriesPart[]): Amount | null =>
  parts.reduce<Amount | null>(
    (sum, { each, count }) =>
      sum === null || count === null
        ? null
        : {
            least: sum.least + each.least * count.least,
            expected: sum.expected + each.expected * count.expected,
          },
    always(0),
  );

const rowOf = (
  monitor: WorldObject,
  { name: pool, path, interval }: ScrapeJob,
  exporter: string | null,
  parts: readonly SeriesPart[],
): MonitorSeries => {
  const seconds = (parseDuration(interval) ?? 0) / 1000;
  const series = exporter === null ? null : sumOf(parts);
  const samplesPerSecond =
    series === null || seconds === 0 ? null : { least: series.least / seconds, expected: series.expected / seconds };
  return { monitor: nameOf(monitor.ref), pool, path, exporter, interval, parts, series, samplesPerSecond };
};
