import { once } from "../../core/once.ts";
import { containerMetrics, containerPaths, containerPrefix } from "../../exporters/container-metrics.ts";
import { unseen } from "../../world/unseen.ts";
import { isOwn, type World, type WorldObject } from "../../world/world.ts";
import { rejectionOf } from "../operator/monitor-acceptance.ts";
import { monitorKinds, selectingPrometheuses } from "../operator/monitor-selection.ts";
import { monitorJobs } from "../scrape/monitor-jobs.ts";
import { relabel } from "../scrape/relabel.ts";
import type { ScrapeJob } from "../scrape/scrape-job.ts";
import { droppedBy, droppingWords, isDroppedByClass } from "./dropped-metric.ts";
import { type MetricFacts, there, unknownMetric } from "./metric-facts.ts";
import { otherSource } from "./other-sources.ts";

/**
 * Whether Prometheus keeps a metric of containers. The kubelet's Service is made by the operator and is in no render:
 * the endpoints of the monitors that ask for its paths tell what they drop. Null: it is none of cAdvisor's.
 */
export const containerFacts = (metric: string, world: World): MetricFacts | null =>
  metric.startsWith(containerPrefix) && containerMetrics().metric(metric) !== undefined ? about(world)(metric) : null;

interface KubeletJob {
  readonly monitor: WorldObject;
  readonly job: ScrapeJob;
  readonly scraper: WorldObject;
}

const about = once((world: World) =>
  once((metric: string): MetricFacts => {
    const jobs = kubeletJobs(world);
    const [first] = jobs;
    if (first === undefined) return unknownMetric(`nothing in sight scrapes the kubelet, which has ${metric}`);
    if (!jobs.every(({ job }) => drops(job, metric))) return there(`the kubelet exports ${metric}`);
    const { monitor, job, scraper } = jobs.find(({ job }) => job.path.endsWith("cadvisor")) ?? first;
    const endpoint = { monitor, endpoint: job.endpoint, scraper };
    const other = otherSource(/cadvisor|cost/i, (one) => jobs.some((job) => job.monitor === one), world);
    if (other !== null) return unknownMetric(`${droppingWords(endpoint, metric)}${metric}, but ${other}`);
    const dropped = droppedBy(endpoint, metric);
    if (isOwn(monitor) || isDroppedByClass(endpoint, metric)) return dropped;
    // The chart's own monitor has no line of its own that could be mended.
    const { place: _, ...facts } = dropped;
    return { ...facts, advice: keeping(metric) };
  }),
);

const keeping = (metric: string): string =>
  `Read another metric, or keep ${metric}: set the chart's value kubelet.serviceMonitor.cAdvisorMetricRelabelings without it`;

const kubeletJobs = once((world: World): readonly KubeletJob[] =>
  monitorKinds
    .flatMap((kind) => world.ofKind(kind))
    .flatMap((monitor) => {
      const [prometheus] = selectingPrometheuses(monitor, world);
      if (prometheus === undefined || rejectionOf(monitor, prometheus, world) !== null) return [];
      return monitorJobs(monitor, prometheus, world)
        .filter(({ path }) => containerPaths.has(path))
        .map((job) => ({ monitor, job, scraper: prometheus }));
    }),
);

/** Whatever its other labels are. */
const drops = ({ metricRelabelings }: ScrapeJob, metric: string): boolean => {
  const labels = Object.fromEntries(ofContainers.map((label) => [label, unseen(`${label} of ${metric}`)]));
  const { kept, labels: stored } = relabel({ __name__: metric, ...labels }, metricRelabelings);
  return kept === false || stored["__name__"] !== metric;
};

/** https://github.com/kubernetes/kubernetes/blob/v1.35.4/pkg/kubelet/server/server.go */
const ofContainers = ["id", "name", "image", "container", "pod", "namespace", "interface", "device", "scope", "state"];
