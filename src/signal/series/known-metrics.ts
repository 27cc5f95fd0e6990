import { once } from "../../core/once.ts";
import { typeOf } from "../../exporters/chart-exporters.ts";
import type { Chance } from "../../promql/can-yield.ts";
import { anyLabels, type LabelShape, noLabels, union, valuesIn } from "../../promql/label-shape.ts";
import { accepts } from "../../promql/matcher.ts";
import type { LabelMatcher, MetricSelector } from "../../promql/syntax.ts";
import type { World } from "../../world/world.ts";
import type { RuleVerdicts } from "../operator/rule-acceptance.ts";
import { scrapedTargets } from "../scrape/scraped-targets.ts";
import { containerFacts } from "./container-metrics.ts";
import { exporterMetrics } from "./exporter-metrics.ts";
import { gpuMetrics, shapeFrom } from "./gpu-metrics.ts";
import type { KnownMetrics } from "./metric-facts.ts";
import { type MetricFacts, there, unknownMetric } from "./metric-facts.ts";
import { recordedMetrics } from "./recorded-metrics.ts";

/** Metrics that Prometheus itself makes for every target. https://prometheus.io/docs/concepts/jobs_instances/ */
export const perTarget: ReadonlySet<string> = new Set([
  "up",
  "scrape_duration_seconds",
  "scrape_samples_scraped",
  "scrape_samples_post_metric_relabeling",
  "scrape_series_added",
]);
const perAlert: ReadonlySet<string> = new Set(["ALERTS", "ALERTS_FOR_STATE"]);

/** Everything that rules can be asked about. */
export const knownMetrics = (world: World, verdicts: RuleVerdicts): KnownMetrics => {
  const gpu = gpuMetrics(world);
  const exporters = exporterMetrics(world);
  const known: KnownMetrics = {
    factsOf: (metric) => {
      if (perTarget.has(metric) || perAlert.has(metric)) return there(`Prometheus itself makes ${metric}`);
      return (
        recorded.factsOf(metric) ??
        gpu.factsOf(metric) ??
        exporters.factsOf(metric) ??
        containerFacts(metric, world) ??
        unknownMetric(`no exporter that is known here has ${metric}`)
      );
    },
    exists: ({ metric, matchers }) =>
      metric === null ? byPattern(matchers, gpu.names) : chances[known.factsOf(metric).status],
    typeOf: (metric) => (recorded.shapeOf(metric) === null ? (gpu.typeOf(metric) ?? typeOf(metric)) : null),
    shapeOf: (selector) => {
      const { metric } = selector;
      if (metric === null) return anyLabels;
      if (perTarget.has(metric)) return ofTargets(selector, world);
      return recorded.shapeOf(metric) ?? gpu.shapeOf(metric) ?? exporters.shapeOf(metric) ?? anyLabels;
    },
  };
  const recorded = recordedMetrics(known, world, verdicts);
  return known;
};

const chances: Readonly<Record<MetricFacts["status"], Chance>> = { there: "yes", missing: "no", unknown: "unknown" };

/** `{__name__=~"DCGM_.*"}`: there where one of the names in sight matches; what else it may match cannot be seen. */
const byPattern = (matchers: readonly LabelMatcher[], names: readonly string[]): Chance => {
  const onName = matchers.filter(({ name }) => name === "__name__");
  const found = onName.length > 0 && names.some((name) => onName.every((one) => accepts(one, name) === true));
  return found ? "yes" : "unknown";
};

/** Labels of `up` and its like: those of the targets in sight that the selector can mean. */
const ofTargets = ({ matchers }: MetricSelector, world: World): LabelShape => {
  const [first, ...rest] = targetShapes(world).filter((shape) => matchers.every((matcher) => canMeet(matcher, shape)));
  // Without a job every target is meant, and not all are in sight.
  const closed = first !== undefined && matchers.some(({ name, op }) => name === "job" && op === "=");
  return closed ? rest.reduce(union, first) : { labels: noLabels.labels, open: true };
};

const targetShapes = once((world: World): readonly LabelShape[] =>
  scrapedTargets(world).all.map(({ labels }) => shapeFrom({ labels }, false)),
);

/** Whether a series of that shape can meet the matcher. A regular expression that is none is promtool's to tell. */
export const canMeet = (matcher: LabelMatcher, shape: LabelShape): boolean => {
  if (matcher.name === "__name__") return true;
  const values = valuesIn(shape, matcher.name);
  return values === null || values.some((value) => accepts(matcher, value) !== false);
};
