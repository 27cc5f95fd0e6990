import { nameOf } from "../../core/finding.ts";
import { objectsAt, textAt, textsAt } from "../../kubernetes/json-fields.ts";
import type { Path } from "../../kubernetes/manifest.ts";
import { endpointPath } from "../scrape/endpoint-path.ts";
import type { PredictedTarget } from "../scrape/targets.ts";
import { type MetricFacts, missingMetric } from "./metric-facts.ts";

/** An endpoint of a monitor, whose relabelings drop metrics. */
type DroppingEndpoint = Pick<PredictedTarget, "monitor" | "endpoint">;

/** What is said of what they drop, without the metric's name. */
export const droppingWords = ({ monitor }: Pick<DroppingEndpoint, "monitor">): string =>
  `the metricRelabelings of ${nameOf(monitor.ref)} drop `;

/** A metric that the relabelings of an endpoint keep out of Prometheus. */
export const droppedBy = (endpoint: DroppingEndpoint, metric: string): MetricFacts => {
  const begin = droppingWords(endpoint);
  return { ...missingMetric(begin + metric), begin, place: () => endpoint.monitor.locate(relabelingsOf(endpoint)) };
};

/** Whether they drop it by its name alone: what other labels it has need not be known then. */
export const dropsByName = (target: PredictedTarget, metric: string): boolean =>
  objectsAt(target.monitor.body, relabelingsOf(target)).every(
    (rule) =>
      !/^(?:keep|drop)/i.test(textAt(rule, ["action"]) ?? "") ||
      textsAt(rule, ["sourceLabels"]).every((label) => label === "__name__"),
  ) && target.series(metric, {}).kept === false;

const relabelingsOf = ({ monitor, endpoint }: DroppingEndpoint): Path => [
  ...endpointPath(monitor, endpoint),
  "metricRelabelings",
];
