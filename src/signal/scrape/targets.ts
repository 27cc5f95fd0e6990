import { once } from "../../core/once.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import { hasUnseen, unseen } from "../../world/unseen.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { selectingPrometheuses } from "../operator/monitor-selection.ts";
import { type Candidate, discover } from "./discover-targets.ts";
import { monitorJobs } from "./monitor-jobs.ts";
import { type Relabeled, relabel } from "./relabel.ts";
import type { ScrapeJob } from "./scrape-job.ts";

/**
 * A target that Prometheus will scrape for a monitor; one stands for all pods of its workload. Parts in ‹…›
 * are decided in the cluster.
 */
export interface PredictedTarget {
  readonly monitor: WorldObject;
  /** Whose settings count; null where there is no Prometheus in sight. */
  readonly scraper: WorldObject | null;
  /** The scrape pool, e.g. `serviceMonitor/monitoring/dcgm-exporter/0`. */
  readonly job: string;
  /** Index of the monitor's endpoint. */
  readonly endpoint: number;
  readonly service: WorldObject | null;
  /** What makes the pods. */
  readonly workload: WorldObject | null;
  /** Before relabeling: `__address__`, `__meta_kubernetes_…`. */
  readonly discovered: Labels;
  /** After relabeling, as on `up` and on every series: without those that start in `__`. */
  readonly labels: Labels;
  /**
   * False: whether relabeling keeps it hangs on what is decided in the cluster. What is surely dropped is not listed.
   */
  readonly certain: boolean;
  /** Where it is scraped, parameters included: `http://‹address›:9400/metrics`. */
  readonly url: string;
  /** The path of that, without parameters. */
  readonly path: string;
  /** Durations as Prometheus writes them, e.g. `15s`. */
  readonly interval: string;
  readonly timeout: string;
  readonly honorLabels: boolean;
  /** Whether metric relabelings may keep series from being stored. */
  readonly dropsSeries: boolean;
  /**
   * A series that the target exposes, as it is stored; `labels` are the exposed ones. Not kept:
   * metric relabelings drop it.
   */
  series(metric: string, labels: Labels): Relabeled;
}

/**
 * The targets of a ServiceMonitor, PodMonitor, Probe or ScrapeConfig as far as they can be seen, as the Prometheus
 * would scrape them: by default the first that selects the monitor, else the first of the world (then: what it would
 * scrape if it selected it).
 */
export const predictTargets = (
  monitor: WorldObject,
  world: World,
  prometheus: WorldObject | null = scraperOf(monitor, world),
): readonly PredictedTarget[] => predicted(world)(monitor)(prometheus);

/** Each path, the collisions and the stored series ask for the targets of the same monitor. */
const predicted = once((world: World) =>
  once((monitor: WorldObject) =>
    once((prometheus: WorldObject | null): readonly PredictedTarget[] => {
      const found = discover(monitor, prometheus, world);
      return monitorJobs(monitor, prometheus, world).flatMap((job) =>
        found.flatMap((candidate) => targetOf({ monitor, scraper: prometheus }, job, candidate)),
      );
    }),
  ),
);

/** The Prometheus whose settings count for a monitor. */
export const scraperOf = (monitor: WorldObject, world: World): WorldObject | null =>
  selectingPrometheuses(monitor, world)[0] ??
  world.ofKind("Prometheus")[0] ??
  world.ofKind("PrometheusAgent")[0] ??
  null;

const targetOf = (
  of: Pick<PredictedTarget, "monitor" | "scraper">,
  job: ScrapeJob,
  found: Candidate,
): readonly PredictedTarget[] => {
  const discovered = { ...unseenNodeLabels(job), ...found.labels };
  const { kept, labels: relabeled } = relabel({ ...scrapeLabels(job), ...discovered }, job.relabelings);
  const address = relabeled["__address__"] ?? "";
  if (kept === false || address === "" || !isTimed(relabeled)) return [];
  const labels = { instance: address, ...visible(relabeled) };
  const target = {
    ...of,
    job: job.name,
    endpoint: job.endpoint,
    service: found.service?.object ?? null,
    workload: found.workload?.object ?? null,
    discovered,
    labels,
    certain: kept === true && found.certain,
    url: urlOf(relabeled, address),
    path: relabeled["__metrics_path__"] ?? "",
    interval: relabeled["__scrape_interval__"] ?? "",
    timeout: relabeled["__scrape_timeout__"] ?? "",
    honorLabels: job.honorLabels,
    dropsSeries: job.metricRelabelings.some(({ action }) => dropping.has(action)),
    series: (metric: string, own: Labels): Relabeled =>
      unlessEmpty(relabel({ __name__: metric, ...merged(labels, own, job.honorLabels) }, job.metricRelabelings)),
  };
  return [target];
};

/** A series that has lost all its labels is dropped. */
const unlessEmpty = (series: Relabeled): Relabeled =>
  Object.keys(series.labels).length === 0 ? { ...series, kept: false } : series;

/** Relabelings may take interval and timeout away or spoil them: Prometheus then drops the target. */
const isTimed = ({ __scrape_interval__: every = "", __scrape_timeout__: within = "" }: Labels): boolean => {
  if (hasUnseen(every + within)) return true;
  const interval = parseDuration(every) ?? 0;
  const timeout = parseDuration(within) ?? 0;
  return timeout > 0 && timeout <= interval;
};

const dropping = new Set(["keep", "drop", "keepequal", "dropequal"]);

const scrapeLabels = (job: ScrapeJob): Labels => ({
  job: job.name,
  __scrape_interval__: job.interval,
  __scrape_timeout__: job.timeout,
  __metrics_path__: job.path,
  __scheme__: job.scheme,
  ...Object.fromEntries(Object.entries(job.params).map(([key, values]) => [`__param_${key}`, values[0] ?? ""])),
});

const nodeMeta = "__meta_kubernetes_node_";

/** Labels of nodes that a rule reads: they may be there, and nothing is known of them. */
const unseenNodeLabels = ({ attachesNode, relabelings }: ScrapeJob): Labels =>
  attachesNode
    ? Object.fromEntries(
        relabelings
          .flatMap(({ sourceLabels }) => sourceLabels)
          .filter((name) => name.startsWith(nodeMeta))
          .map((name) => [name, unseen(name.slice(nodeMeta.length))]),
      )
    : {};

const visible = (labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => !name.startsWith("__")));

const urlOf = (labels: Labels, address: string): string => {
  const params = Object.entries(labels)
    .filter(([name]) => name.startsWith("__param_"))
    .map(([name, value]) => `${name.slice("__param_".length)}=${value}`)
    .sort();
  const query = params.length === 0 ? "" : `?${params.join("&")}`;
  return `${labels["__scheme__"] ?? ""}://${address}${labels["__metrics_path__"] ?? ""}${query}`;
};

/**
 * Where both have a label: the target's wins, and the exposed one is kept as `exported_…`; with
 * `honorLabels` the exposed one wins.
 */
const merged = (target: Labels, exposed: Labels, honorLabels: boolean): Labels => {
  if (honorLabels) return { ...target, ...exposed };
  const moved: Record<string, string> = {};
  for (const [name, value] of Object.entries(exposed)) {
    let free = name;
    while (Object.hasOwn(target, free) || (free !== name && Object.hasOwn(exposed, free))) free = `exported_${free}`;
    moved[free] = value;
  }
  return { ...moved, ...target };
};
