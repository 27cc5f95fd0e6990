import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import { valuesIn } from "../../promql/label-shape.ts";
import { accepts } from "../../promql/matcher.ts";
import type { LabelMatcher, MetricSelector } from "../../promql/syntax.ts";
import type { World } from "../../world/world.ts";
import { ruleEntries } from "../rules/rule-entries.ts";
import type { GpuLabels } from "./gpu-labels.ts";
import { exporterName } from "./gpu-metrics.ts";
import { canMeet, perTarget } from "./known-metrics.ts";
import { type LabelVerdict, neverMet, ofWorkloads } from "./label-verdict.ts";
import type { KnownMetrics } from "./metric-facts.ts";
import { targetVerdict } from "./target-labels.ts";

/** Labels that come from the target, not from the exporter. */
const targetLabels: ReadonlySet<string> = new Set([
  "job",
  "instance",
  "namespace",
  "service",
  "pod",
  "container",
  "endpoint",
]);

export const isTargetLabel = (name: string): boolean => targetLabels.has(name);

/** Judges the matchers alone: that the metric is there is another hop's matter. */
export const selectorVerdict = (
  selector: MetricSelector,
  known: KnownMetrics,
  gpu: GpuLabels,
  world: World,
): LabelVerdict => {
  const matchers = selector.matchers.filter(({ name }) => name !== "__name__");
  const { metric } = selector;
  if (matchers.length === 0) return { chance: "yes" };
  if (metric === null) return { chance: "unknown", why: "a selector names its metrics by a pattern" };
  if (perTarget.has(metric)) return targetVerdict(metric, matchers, world);
  if (metric === "ALERTS" || metric === "ALERTS_FOR_STATE") return ofAlerts(metric, matchers, world);
  const shape = known.shapeOf(selector);
  for (const matcher of matchers) {
    const other = isGpuMetric(metric) && needsLabel(matcher) ? gpu.writtenOtherwise(matcher.name) : null;
    if (other !== null && (shape.open || !canMeet(matcher, shape)))
      return {
        chance: "no",
        why: `${exporterName(world)} writes the label ${other}, not ${matcher.name}`,
        matcher,
        label: other,
        renamed: true,
      };
    if (!canMeet(matcher, shape)) {
      const verdict = neverMet(metric, matcher, valuesIn(shape, matcher.name) ?? []);
      const exported = `exported_${matcher.name}`;
      // The pod that uses the GPU is meant more often than the exporter's own.
      return isGpuMetric(metric) && ofWorkloads.has(matcher.name) && shape.labels.has(exported)
        ? { ...verdict, label: exported }
        : verdict;
    }
  }
  const doubtful = matchers.filter(({ name }) => shape.open && !shape.labels.has(name));
  return doubtful.length === 0
    ? { chance: "yes" }
    : { chance: "unknown", why: `the labels of ${metric} are not known here` };
};

/** Whether an absent label fails the matcher. */
const needsLabel = (matcher: LabelMatcher): boolean => accepts(matcher, "") === false;

const ofAlerts = (metric: string, matchers: readonly LabelMatcher[], world: World): LabelVerdict => {
  const wanted = matchers.find(({ name }) => name === "alertname");
  const alerts = ruleEntries(world).filter(({ kind }) => kind === "alert");
  return wanted !== undefined && alerts.some(({ name }) => accepts(wanted, name) === true)
    ? { chance: "yes" }
    : { chance: "unknown", why: `which alerts ${metric} holds is known only in Prometheus` };
};
