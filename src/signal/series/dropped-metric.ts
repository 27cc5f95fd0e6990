import { nameOf } from "../../core/finding.ts";
import { objectsAt, textAt, textsAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject, Path } from "../../kubernetes/manifest.ts";
import { isOwn } from "../../world/world.ts";
import { endpointPath } from "../scrape/endpoint-path.ts";
import { relabel } from "../scrape/relabel.ts";
import { placedClassOf, type ScrapeClass } from "../scrape/scrape-class.ts";
import { relabelRules } from "../scrape/scrape-job.ts";
import type { PredictedTarget } from "../scrape/targets.ts";
import { type MetricFacts, missingMetric } from "./metric-facts.ts";

/** An endpoint of a monitor, whose relabelings drop metrics. */
type DroppingEndpoint = Pick<PredictedTarget, "monitor" | "endpoint" | "scraper">;

/** What is said of what they drop, without the metric's name. */
export const droppingWords = (endpoint: DroppingEndpoint, metric: string): string =>
  `the metricRelabelings of ${classToBlame(endpoint, metric)?.words ?? nameOf(endpoint.monitor.ref)} drop `;

/** A metric that the relabelings of an endpoint keep out of Prometheus. */
export const droppedBy = (endpoint: DroppingEndpoint, metric: string): MetricFacts => {
  const begin = droppingWords(endpoint, metric);
  return { ...missingMetric(begin + metric), begin, place: () => placeOf(endpoint, metric) };
};

/** A metric from which they take its name: every scrape fails, which the way of a monitor of the tree tells. */
export const namelessBy = (endpoint: DroppingEndpoint, metric: string): MetricFacts => ({
  ...missingMetric(
    `the metricRelabelings of ${classToBlame(endpoint, metric)?.words ?? nameOf(endpoint.monitor.ref)} take the name of ${metric} away, so that every scrape fails`,
  ),
  byExpression: !isOwn(endpoint.monitor),
  place: () => placeOf(endpoint, metric),
});

/** Whether it is the scrape class of the Prometheus that drops it, and not the monitor. */
export const isDroppedByClass = (endpoint: DroppingEndpoint, metric: string): boolean =>
  classToBlame(endpoint, metric) !== null;

/** Whose metric relabelings change a metric, and where they stand. */
export const relabelingPlace = (endpoint: DroppingEndpoint, metric: string) => ({
  words: classToBlame(endpoint, metric)?.words ?? nameOf(endpoint.monitor.ref),
  at: placeOf(endpoint, metric),
});

const placeOf = (endpoint: DroppingEndpoint, metric: string): ReturnType<NonNullable<MetricFacts["place"]>> => {
  const blamed = classToBlame(endpoint, metric);
  return blamed === null
    ? endpoint.monitor.locate(relabelingsOf(endpoint))
    : blamed.prometheus.locate([...blamed.path, "metricRelabelings"]);
};

/** The monitor is to blame only where it has rules of its own, and those of its class let the name pass. */
const classToBlame = (endpoint: DroppingEndpoint, metric: string): ScrapeClass | null => {
  const found = placedClassOf(endpoint.monitor, endpoint.scraper);
  if (found === null) return null;
  const rules = classRules(endpoint);
  if (rules.length === 0) return null;
  if (objectsAt(endpoint.monitor.body, relabelingsOf(endpoint)).length === 0) return found;
  const passes = relabel({ __name__: metric }, relabelRules([...rules])).kept !== false;
  return passes || !rules.every(isByName) ? null : found;
};

/** Whether they drop it by its name alone: what other labels it has need not be known then. */
export const dropsByName = (target: PredictedTarget, metric: string): boolean =>
  [...classRules(target), ...objectsAt(target.monitor.body, relabelingsOf(target))].every(isByName) &&
  target.series(metric, {}).kept === false;

const isByName = (rule: JsonObject): boolean =>
  !/^(?:keep|drop)/i.test(textAt(rule, ["action"]) ?? "") ||
  textsAt(rule, ["sourceLabels"]).every((label) => label === "__name__");

const classRules = ({ monitor, scraper }: DroppingEndpoint): readonly JsonObject[] =>
  objectsAt(placedClassOf(monitor, scraper)?.body, ["metricRelabelings"]);

const relabelingsOf = ({ monitor, endpoint }: DroppingEndpoint): Path => [
  ...endpointPath(monitor, endpoint),
  "metricRelabelings",
];
