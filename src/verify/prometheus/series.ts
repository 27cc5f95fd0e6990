import { allDone } from "../../core/all-done.ts";
import { once } from "../../core/once.ts";
import type { Chance } from "../../promql/can-yield.ts";
import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import { valuesIn } from "../../promql/label-shape.ts";
import type { MetricSelector } from "../../promql/syntax.ts";
import { ofWorkloads } from "../../signal/series/label-verdict.ts";
import type { KnownMetrics } from "../../signal/series/metric-facts.ts";
import { isTargetLabel } from "../../signal/series/selector-labels.ts";
import type { Known } from "../reach/known.ts";
import type { LivePrometheus, Sample } from "./live-prometheus.ts";
import { mayBeEmpty, mayLackLabel } from "./may-be-empty.ts";

/** What Prometheus has now of the series that expressions read. */
export interface LiveSeries {
  /** How many series a metric has. */
  countOf(metric: string): number;
  /** How many the selector has, its matchers applied. */
  countOfSelector(selector: MetricSelector): number;
  /** A label that a matcher asks for, that should be there at any time, and that no series of the metric has. */
  lacksLabel(selector: MetricSelector): string | null;
  /** Whether it has none that meets the matchers which should be met at any time. */
  missesTarget(selector: MetricSelector): boolean;
}

/** What tells which labels may come and go. */
export type Shapes = Pick<KnownMetrics, "shapeOf">;

/** Characters of a query as it stands in an address: one of some 8 kB is refused by some proxies. */
const mostAtOnce = 6000;

/**
 * Counts the series of these selectors by as few queries as fit: one for all metrics, one for those with matchers, and
 * one for what those lack that have none. `why` where Prometheus does not answer.
 */
export const readSeries = async (
  selectors: readonly MetricSelector[],
  live: LivePrometheus,
  shapes: Shapes,
): Promise<Known<LiveSeries>> => {
  const named = selectors.filter((one): one is Named => one.metric !== null);
  const names = [...new Set(named.map(({ metric }) => metric))];
  const byName = await together(
    chunks(names, escaped).map((some) =>
      live.query(`count by (__name__) ({__name__=~${JSON.stringify(some.map(escaped).join("|"))}})`),
    ),
  );
  if (!byName.ok) return byName;
  const counts = new Map<string, number>();
  for (const { labels, value } of byName.value) {
    const name = labels["__name__"] ?? "";
    counts.set(name, (counts.get(name) ?? 0) + value);
  }
  const countOf = (metric: string): number => counts.get(metric) ?? 0;
  const asked = named.filter(({ metric, matchers }) => matchers.length > 0 && countOf(metric) > 0).map(textOf);
  const bySelector = await countTexts([...new Set(asked)], live);
  if (!bySelector.ok) return bySelector;
  const countOfSelector = (one: MetricSelector): number => {
    const name = one.metric;
    if (name === null) return 0;
    return one.matchers.length === 0 ? countOf(name) : (bySelector.value.get(textOf({ ...one, metric: name })) ?? 0);
  };
  const empty = named.filter((one) => countOf(one.metric) > 0 && countOfSelector(one) === 0);
  const questions = empty.flatMap((one) => [
    ...one.matchers.map(({ name }) => withLabel(one.metric, name)),
    ...(lastingOf(one, shapes).matchers.length > 0 ? [textOf(lastingOf(one, shapes))] : []),
  ]);
  const further = await countTexts([...new Set(questions)], live);
  if (!further.ok) return further;
  const lacks = (metric: string, label: string): boolean => further.value.get(withLabel(metric, label)) === 0;
  return {
    ok: true,
    value: {
      countOf,
      countOfSelector,
      lacksLabel: ({ metric, matchers }) =>
        matchers.find(({ name }) => metric !== null && !mayLackLabel(name) && lacks(metric, name))?.name ?? null,
      missesTarget: (one) =>
        one.metric !== null && further.value.get(textOf(lastingOf({ ...one, metric: one.metric }, shapes))) === 0,
    },
  };
};

type Named = MetricSelector & { readonly metric: string };

/** The selector with those matchers alone that ask for a value which a target has from its discovery. */
const lastingOf = (selector: Named, { shapeOf }: Shapes): Named => {
  // A pod, and what is told of it with `honorLabels`, comes and goes.
  const isTold = (name: string): boolean => valuesIn(shapeOf(selector), name)?.every((value) => value !== "") === true;
  const matchers = selector.matchers.filter(
    ({ name, op }) => (op === "=" || op === "=~") && isTargetLabel(name) && (!ofWorkloads.has(name) || isTold(name)),
  );
  return { ...selector, matchers };
};

/**
 * Whether a selector's series are there. `no` only where they should be there at any time: of a GPU metric that has
 * none, and where a label is asked for that is not there, or a value that a target has from its discovery. Other values
 * come and go, and so do metrics that count what rarely happens.
 */
export const seriesChance = (
  selector: MetricSelector,
  series: LiveSeries,
): { readonly metric: Chance; readonly labels: Chance } => {
  const { metric } = selector;
  if (metric === null) return { metric: "unknown", labels: "unknown" };
  if (series.countOf(metric) === 0)
    return { metric: isGpuMetric(metric) && !mayBeEmpty(metric) ? "no" : "unknown", labels: "unknown" };
  if (series.countOfSelector(selector) > 0) return { metric: "yes", labels: "yes" };
  const wrong = series.lacksLabel(selector) !== null || series.missesTarget(selector);
  return { metric: "yes", labels: wrong ? "no" : "unknown" };
};

const countTexts = async (
  texts: readonly string[],
  live: LivePrometheus,
): Promise<Known<ReadonlyMap<string, number>>> => {
  const counting = (text: string, index: number): string => `label_replace(count(${text}), "at", "${index}", "", "")`;
  const parts = chunks(texts, (text) => counting(text, 999));
  const answers = await together(
    parts.map((some) => live.query(some.map(counting).join(" or "))),
    (samples, part) =>
      samples.map((sample) => ({ ...sample, labels: { text: parts[part]?.[Number(sample.labels["at"])] ?? "" } })),
  );
  if (!answers.ok) return answers;
  const counts = new Map(texts.map((text) => [text, 0]));
  for (const { labels, value } of answers.value) {
    const text = labels["text"] ?? "";
    counts.set(text, (counts.get(text) ?? 0) + value);
  }
  return { ok: true, value: counts };
};

const together = async (
  asked: readonly Promise<Known<readonly Sample[]>>[],
  read: (samples: readonly Sample[], index: number) => readonly Sample[] = (samples) => samples,
): Promise<Known<readonly Sample[]>> => {
  const answers = await allDone(asked);
  const failed = answers.find(({ ok }) => !ok);
  if (failed !== undefined && !failed.ok) return failed;
  return { ok: true, value: answers.flatMap((one, index) => (one.ok ? read(one.value, index) : [])) };
};

/** A selector without its range and offset, for an instant query. */
const textOf = ({ metric, matchers }: Named): string => {
  const conditions = [`__name__=${JSON.stringify(metric)}`, ...matchers.map(matcherText)];
  return `{${conditions.join(",")}}`;
};

const matcherText = ({ name, op, value }: MetricSelector["matchers"][number]): string =>
  `${labelText(name)}${op}${JSON.stringify(value)}`;

const withLabel = (metric: string, label: string): string =>
  `{__name__=${JSON.stringify(metric)},${labelText(label)}!=""}`;

/** Quoted only where it must be: before release 3 Prometheus knows no quoted names. */
const labelText = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

const escaped = once((name: string): string => name.replaceAll(/[.$^*+?()[\]{}|\\]/g, "\\$&"));

/** Parts, each of which makes a query that is not too long; `written` is what stands there of one. */
const chunks = (all: readonly string[], written: (one: string) => string): readonly (readonly string[])[] => {
  const parts: string[][] = [];
  let left = 0;
  for (const one of all) {
    const length = `${new URLSearchParams({ q: `${written(one)} or ` })}`.length;
    if (parts.length === 0 || length > left) {
      parts.push([]);
      left = mostAtOnce;
    }
    parts.at(-1)?.push(one);
    left -= length;
  }
  return parts;
};
