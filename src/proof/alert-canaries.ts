import { valueRange } from "../dcgm/value-range.ts";
import { type JsonObject, valueAt } from "../kubernetes/manifest.ts";
import { isGpuMetric } from "../promql/gpu-metric-name.ts";
import { accepts } from "../promql/matcher.ts";
import { type Expression, readExpression } from "../promql/parse-expression.ts";
import { parseDuration } from "../promql/prometheus-duration.ts";
import { type MetricSelector, nodesIn } from "../promql/syntax.ts";
import type { AlertWay } from "../signal/alerts/alert-path.ts";
import type { Resolution } from "../signal/resolve-signals.ts";
import { type RecordedFrom, type Recordings, recordedFrom, recordingsIn } from "../signal/rules/recorded-from.ts";
import type { RuleEntry } from "../signal/rules/rule-entries.ts";
import type { World } from "../world/world.ts";
import { type Behaviour, evaluate, type Model, notModelled } from "./canary-model.ts";
import { gpuSampling, type Sampling, untilOldest } from "./canary-sampling.ts";
import { findBehaviours } from "./canary-search.ts";
import { seriesLabels } from "./canary-shapes.ts";
import { labelsBy, seriesVariables } from "./canary-variables.ts";

/** A synthetic series: its labels, and how it goes. */
export interface CanarySeries {
  readonly metric: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly behaviour: Exclude<Behaviour, { readonly kind: "absent" }>;
  /** Absent: it has a sample a minute. */
  readonly sampling?: Sampling;
}

/** Whether a selector reads that series, as far as its matchers can be told. */
export const maySelect = ({ metric, matchers }: MetricSelector, series: CanarySeries): boolean =>
  metric === series.metric &&
  matchers.every((matcher) => accepts(matcher, series.labels.get(matcher.name) ?? "") !== false);

/** Series that should make an alert fire, and the rules that it takes. */
export interface Canary {
  readonly series: readonly CanarySeries[];
  /** What its rules read and none of them records. */
  readonly reads: readonly MetricSelector[];
  /** Recording rules first, then the alert. */
  readonly rules: readonly JsonObject[];
  /** When the alert should be firing, from the first sample. */
  readonly minutes: number;
}

/** An alert that reads GPU metrics, with its canary, or why none could be made. */
export interface AlertCanary {
  readonly entry: RuleEntry;
  readonly canary: Canary | string;
}

type Asked = Pick<Resolution, "alerts" | "known" | "world">;

/** A sample a minute: three days are what promtool evaluates in a second or two. */
const mostMinutes = 3 * 24 * 60;
/** Steps of the widest subquery in all evaluations: some seconds of promtool's. */
const mostSteps = 20_000_000;
/** Samples before the windows count, and the evaluations that recording rules and ALERTS are late. */
const spareMinutes = 5;
/** Recording rules on the way to one alert. */
const mostRecords = 50;

/**
 * Canaries for the alerts of base and overlays that read a metric that the GPU exporter in force exports; not for those
 * that are known to be broken.
 */
export const alertCanaries = (resolution: Asked): readonly AlertCanary[] => {
  const { alerts, world } = resolution;
  const exported = new Map((world.exporter.metrics ?? []).map((metric) => [metric.name, metric]));
  const recordings = lastRecordings(world);
  return alerts.flatMap(({ entry, path }: AlertWay): readonly AlertCanary[] => {
    if (path.status === "broken") return [];
    const reading = recordedFrom(entry.expr, recordings);
    if (!reading.leaves.some(({ metric }) => metric !== null && isGpuMetric(metric) && exported.has(metric))) return [];
    const ranges = (metric: string) => {
      const one = exported.get(metric);
      return one === undefined ? null : valueRange(one);
    };
    return [{ entry, canary: canaryOf(entry, reading, ranges, resolution) }];
  });
};

/** Of each metric the last rule that records it; what is called like a GPU metric is taken for one. */
const lastRecordings = (world: World): Recordings => {
  const recordings = recordingsIn(world);
  return (metric) => (isGpuMetric(metric) ? [] : recordings(metric).slice(-1));
};

type ValueRange = ReturnType<typeof valueRange>;

const canaryOf = (
  entry: RuleEntry,
  { expressions, records, leaves }: RecordedFrom,
  range: (metric: string) => ValueRange,
  resolution: Asked,
): Canary | string => {
  const unclear = expressions.flatMap(({ root, complete }) =>
    complete ? (notModelled(root) ?? []) : "the expression is not understood",
  )[0];
  if (unclear !== undefined) return unclear;
  if (records.length >= mostRecords) return `more than ${mostRecords} recording rules lead to it`;
  const waits = waitsOf(entry, expressions);
  if (waits === null) return "a duration is not understood";
  const { world } = resolution;
  const sampling = gpuSampling(world);
  const minutes = untilOldest(Math.ceil(waits / 60_000) + spareMinutes, sampling);
  if (minutes > mostMinutes) return "its windows and `for` are longer than three days";
  if (minutes * Math.max(0, ...expressions.map(stepsOf)) > mostSteps) return "its subqueries take too many steps";

  const used = expressions.flatMap(({ labelUses }) => labelUses.map(({ name }) => name));
  const labels = seriesLabels(resolution, leaves, expressions);
  const names = [...(world.exporter.labels ?? []), ...used, ...labels.names];
  const variables = seriesVariables(leaves, labelsBy(names, expressions, labels));
  if (variables === null) return "no labels were found that meet its matchers";

  const recorded = new Map(records.map((record) => [record.name, record]));
  const root = readExpression(entry.expr).root;
  const elapsed = minutes * 60;
  const places = new Map(variables.flatMap(({ selectors }, place) => selectors.map((selector) => [selector, place])));
  const metrics = variables.map(({ metric }) => metric);
  const roots = expressions.map((expression) => expression.root);
  const found = findBehaviours(metrics.map(range), roots, elapsed, (behaviours) => {
    const source: Model["source"] = (selector) => {
      const record = recorded.get(selector.metric ?? "");
      if (record !== undefined) return { kind: "recorded", root: readExpression(record.expr).root };
      return behaviours[places.get(selector) ?? -1] ?? { kind: "absent" };
    };
    return evaluate(root, { source, elapsed, recorded: new Map() }) !== null;
  });
  if (found === null) return "no values were found with which its expression holds";
  const series = variables.flatMap(({ metric, labels }, index): readonly CanarySeries[] => {
    const behaviour = found[index];
    if (behaviour === undefined || behaviour.kind === "absent") return [];
    return [{ metric, labels, behaviour, ...(sampling !== null && isGpuMetric(metric) && { sampling }) }];
  });
  return { series, reads: leaves, rules: [...records, entry].map(ruleOf), minutes };
};

/** Windows, offsets and `for`, one after the other, in milliseconds. */
const waitsOf = (entry: RuleEntry, expressions: readonly Expression[]): number | null => {
  const windows = expressions.flatMap(({ root }) =>
    [...nodesIn(root)].flatMap((node) =>
      node.kind === "range"
        ? [node.window.split(":")[0] ?? ""]
        : node.kind === "selector"
          ? [(node.selector.offset ?? "0").replace(/^-/, "")]
          : [],
    ),
  );
  const pending = valueAt(entry.object.body, [...entry.path, "for"]);
  const all = [...windows, typeof pending === "string" ? pending : "0"].map(parseDuration);
  return all.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
};

/**
 * The steps of an expression's subqueries, those inside of others multiplied: at most, each step of
 * one makes all of another's.
 */
const stepsOf = ({ root }: Expression): number =>
  [...nodesIn(root)]
    .flatMap((node) => (node.kind === "range" && node.window.includes(":") ? [node.window.split(":")] : []))
    .map(([range = "", step = ""]) => (parseDuration(range) ?? 0) / (parseDuration(step) || 60_000))
    .reduce((product, steps) => product * Math.max(1, steps), 1);

const ruleOf = ({ object, path }: RuleEntry): JsonObject => {
  const { for: pending, labels, expr, ...rule } = (valueAt(object.body, path) ?? {}) as JsonObject;
  const record = rule["record"];
  return record === undefined
    ? { alert: rule["alert"], expr, ...(pending === undefined ? {} : { for: pending }) }
    : { record, expr, ...(labels === undefined ? {} : { labels }) };
};
