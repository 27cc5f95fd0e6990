import { nameOf } from "../../core/finding.ts";
import { objectsAt, textAt, textsAt } from "../../kubernetes/json-fields.ts";
import type { Path } from "../../kubernetes/manifest.ts";
import type { PredictedTarget } from "../scrape/targets.ts";
import { type MetricFacts, missingMetric } from "./metric-facts.ts";

/** A metric that the relabelings of the target's monitor keep out of Prometheus. */
export const droppedBy = (target: PredictedTarget, metric: string): MetricFacts => {
  const begin = `the metricRelabelings of ${nameOf(target.monitor.ref)} drop `;
  return { ...missingMetric(begin + metric), begin, place: () => target.monitor.locate(relabelingsOf(target)) };
};

/** Whether they drop it by its name alone: what other labels it has need not be known then. */
export const dropsByName = (target: PredictedTarget, metric: string): boolean =>
  objectsAt(target.monitor.body, relabelingsOf(target)).every(
    (rule) =>
      !/^(?:keep|drop)/i.test(textAt(rule, ["action"]) ?? "") ||
      textsAt(rule, ["sourceLabels"]).every((label) => label === "__name__"),
  ) && target.series(metric, {}).kept === false;

const relabelingsOf = ({ monitor, endpoint }: PredictedTarget): Path =>
  monitor.ref.kind === "ServiceMonitor" || monitor.ref.kind === "PodMonitor"
    ? ["spec", monitor.ref.kind === "PodMonitor" ? "podMetricsEndpoints" : "endpoints", endpoint, "metricRelabelings"]
    : ["spec", "metricRelabelings"];
