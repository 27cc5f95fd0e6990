import { allDone } from "../../core/all-done.ts";
import { once } from "../../core/once.ts";
import type { Chance } from "../../promql/can-yield.ts";
import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import type { MetricSelector } from "../../promql/syntax.ts";
import { isTargetLabel } from "../../signal/series/selector-labels.ts";
import type { Known } from "../reach/known.ts";
import type { LivePrometheus, Sample } from "./live-prometheus.ts";

/** What Prometheus has now of the series that expressions read. */
export interface LiveSeries {
  /** How many series a metric has. */
  countOf(metric: string): number;
  /** How many the selector has, its matchers applied. */
  countOfSelector(selector: MetricSelector): number;
  /** Whether a matcher asks for a label that no series of the metric has. */
  lacksLabel(selector: MetricSelector): string | null;
}

/** Names in one query: a URL of some 8 kB is refused by some proxies. */
const namesAtOnce = 100;
const selectorsAtOnce = 40;

/**
 * Counts the series of these selectors by as few queries as fit: one for all metrics, one for those with matchers, and
 * one for the labels of those that have none. `why` where Prometheus does not answer.
 */
export const readSeries = async (
  selectors: readonly MetricSelector[],
  live: LivePrometheus,
): Promise<Known<LiveSeries>> => {
  const named = selectors.filter((one): one is Named => one.metric !== null);
  const names = [...new Set(named.map(({ metric }) => metric))];
  const byName = await together(
    chunks(names, namesAtOnce).map((some) =>
      live.query(`count by (__name__) ({__name__=~${JSON.stringify(some.map(escaped).join("|"))}})`),
    ),
  );
  if (!byName.ok) return byName;
  const counts = new Map(byName.value.map(({ labels, value }) => [labels["__name__"] ?? "", value]));
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
  const questions = empty.flatMap(({ metric, matchers }) => matchers.map(({ name }) => withLabel(metric, name)));
  const byLabel = await countTexts([...new Set(questions)], live);
  if (!byLabel.ok) return byLabel;
  const lacks = (metric: string, label: string): boolean => byLabel.value.get(withLabel(metric, label)) === 0;
  return {
    ok: true,
    value: {
      countOf,
      countOfSelector,
      lacksLabel: ({ metric, matchers }) =>
        matchers.find(({ name }) => metric !== null && lacks(metric, name))?.name ?? null,
    },
  };
};

type Named = MetricSelector & { readonly metric: string };

/**
 * Whether a selector's series are there. `no` only where they should be there at any time: of a GPU metric that has
 * none, and where a label is asked for that is not there, or a value that a target has from its discovery. Other values
 * come and go, and so do metrics that count what rarely happens.
 */
export const seriesChance = (
  selector: MetricSelector,
  series: LiveSeries,
  mayBeEmpty: (metric: string) => boolean,
): { readonly metric: Chance; readonly labels: Chance } => {
  const { metric, matchers } = selector;
  if (metric === null) return { metric: "unknown", labels: "unknown" };
  if (series.countOf(metric) === 0)
    return { metric: isGpuMetric(metric) && !mayBeEmpty(metric) ? "no" : "unknown", labels: "unknown" };
  if (series.countOfSelector(selector) > 0) return { metric: "yes", labels: "yes" };
  const wrong =
    series.lacksLabel(selector) !== null ||
    matchers.some(({ name, op }) => isTargetLabel(name) && (op === "=" || op === "=~"));
  return { metric: "yes", labels: wrong ? "no" : "unknown" };
};

const countTexts = async (
  texts: readonly string[],
  live: LivePrometheus,
): Promise<Known<ReadonlyMap<string, number>>> => {
  const parts = chunks(texts, selectorsAtOnce);
  const answers = await together(
    parts.map((some) =>
      live.query(some.map((text, index) => `label_replace(count(${text}), "at", "${index}", "", "")`).join(" or ")),
    ),
    (samples, part) =>
      samples.map((sample) => ({ ...sample, labels: { text: parts[part]?.[Number(sample.labels["at"])] ?? "" } })),
  );
  if (!answers.ok) return answers;
  const counts = new Map(texts.map((text) => [text, 0]));
  for (const { labels, value } of answers.value) counts.set(labels["text"] ?? "", value);
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

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_none, index) => all.slice(index * size, (index + 1) * size));
