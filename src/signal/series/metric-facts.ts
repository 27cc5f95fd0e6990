import type { Location } from "../../core/finding.ts";
import type { OtherName } from "../../dcgm/renamed-metrics.ts";
import type { Chance } from "../../promql/can-yield.ts";
import type { LabelShape } from "../../promql/label-shape.ts";
import type { MetricSelector } from "../../promql/syntax.ts";
import { type MeantMetric, readMeant } from "./meant-metric.ts";

/** Whether Prometheus has series of a metric. */
export interface MetricFacts {
  readonly status: "there" | "missing" | "unknown";
  /** A clause, e.g. `the GPU exporter (gpu-operator v26.7.0 in gpu-operator) does not export DCGM_FI_DEV_FB_TOTAL`. */
  readonly why: string;
  /** The beginning of {@link why} that it has in common with other metrics, which are then told together. */
  readonly begin?: string;
  /** Of a recorded metric: the clause about the one at the beginning of the chain. */
  readonly cause?: string;
  /**
   * False: it is missing because nothing scrapes the exporter, which the metrics path tells; the expression is right.
   */
  readonly byExpression: boolean;
  /** The name that was probably meant. */
  readonly meant?: MeantMetric;
  /** What this exporter calls it: the name is that of another release. */
  readonly renamed?: OtherName;
  /** DCGM has no field of this name: it is misspelt. */
  readonly noField?: true;
  /** What to do, as a sentence without its full stop, where neither the name nor a monitor is to be changed. */
  readonly advice?: string;
  /** What takes the metric away, where that is not the expression. */
  readonly place?: () => Location | null;
}

export const there = (why: string): MetricFacts => ({ status: "there", why, byExpression: true });
export const missingMetric = (why: string): MetricFacts => ({ status: "missing", why, byExpression: true });
export const unknownMetric = (why: string): MetricFacts => ({ status: "unknown", why, byExpression: true });

/** The name that can only have been meant. */
export const certainlyMeant = ({ meant }: MetricFacts): string | undefined =>
  meant?.certain === true ? meant.names[0] : undefined;

/** What to do about a metric that is missing, as a sentence without its full stop. */
export const adviceOn = (metric: string, { meant, noField, advice, place }: MetricFacts): string => {
  if (meant !== undefined) return readMeant(meant);
  if (advice !== undefined) return advice;
  if (noField) return "Read a field that DCGM has";
  return place === undefined
    ? `Read a metric that is exported, or add ${metric} to the exporter's list of counters`
    : `Have the monitor keep ${metric}, or read another metric`;
};

/** What the migration does, for the first of the metrics. */
export const migrationText = ({ name, factor }: OtherName): string =>
  factor === 1
    ? `Read ${name}.`
    : `Read ${name}: its values are ${factor > 1 ? `${factor} times as large` : `${1 / factor} times as small`}.`;

/** What is known of the metrics that Prometheus has. */
export interface KnownMetrics {
  factsOf(metric: string): MetricFacts;
  /** Whether there are series of the selector's metric, its matchers left aside. */
  exists(selector: MetricSelector): Chance;
  /** Null where it is not known, or where rules record it. */
  typeOf(metric: string): "gauge" | "counter" | null;
  /** The labels of the selector's series, before its matchers are applied. */
  shapeOf(selector: MetricSelector): LabelShape;
}
