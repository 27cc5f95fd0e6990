import { canYield } from "../../promql/can-yield.ts";
import type { Expression } from "../../promql/parse-expression.ts";
import type { MetricSelector } from "../../promql/syntax.ts";
import type { SignalPath } from "../../signal/path/signal-path.ts";
import { predictedOf } from "../prometheus/selected-live.ts";
import { type LiveSeries, seriesChance } from "../prometheus/series.ts";
import type { Known } from "../reach/known.ts";
import { type ObservedHop, observedHop, type Sight } from "../verification.ts";

const sights = { yes: "seen", no: "not-seen", unknown: "cannot-be-seen" } as const satisfies Readonly<
  Record<string, Sight>
>;

/** Whether Prometheus has, now, the metrics and labels without which the alert never fires. */
export const seriesHops = (
  path: SignalPath,
  expression: Expression,
  series: Known<LiveSeries>,
): readonly ObservedHop[] => {
  const told = (hop: "metrics-are-exported" | "labels-exist", sight: Sight, what: string): ObservedHop =>
    observedHop(hop, predictedOf(path, hop), sight, what);
  if (!series.ok || !expression.complete) {
    const why = series.ok
      ? "The expression could not be read to its end."
      : `Prometheus cannot be asked: ${series.why}.`;
    return [told("metrics-are-exported", "cannot-be-seen", why), told("labels-exist", "cannot-be-seen", why)];
  }
  const live = series.value;
  const chanceOf = (selector: MetricSelector) => seriesChance(selector, live);
  const metrics = canYield(expression.root, (selector) => chanceOf(selector).metric);
  const labels = canYield(expression.root, (selector) => chanceOf(selector).labels);
  return [
    told(
      "metrics-are-exported",
      sights[metrics.chance],
      metricsSeen(metrics.chance, metrics.because, expression, live),
    ),
    told("labels-exist", sights[labels.chance], labelsSeen(labels.chance, labels.because, expression, live)),
  ];
};

const metricsSeen = (
  chance: keyof typeof sights,
  because: readonly MetricSelector[],
  { selectors }: Expression,
  live: LiveSeries,
): string => {
  const names = (all: readonly MetricSelector[]): readonly string[] => [
    ...new Set(all.flatMap(({ metric }) => metric ?? [])),
  ];
  if (chance === "yes") {
    const counted = names(selectors).map((name) => `${live.countOf(name)} of ${name}`);
    return counted.length === 0 ? "The expression reads no metric." : `Series in Prometheus: ${listed(counted)}.`;
  }
  const missing = names(because);
  if (chance === "no") return `Prometheus has no series of ${listed(missing)}.`;
  return missing.length === 0
    ? "A selector names its metrics by a pattern."
    : `Prometheus has no series of ${listed(missing)} now, which may come and go.`;
};

const labelsSeen = (
  chance: keyof typeof sights,
  because: readonly MetricSelector[],
  { text }: Expression,
  live: LiveSeries,
): string => {
  const written = because.map(({ from, to }) => `\`${text.slice(from, to)}\``);
  if (chance === "yes") return "Prometheus has series for each selector.";
  const lacking = because.flatMap((selector) => live.lacksLabel(selector) ?? []);
  if (chance === "no")
    return lacking.length > 0
      ? `No series of ${listed(written)} has the label ${lacking[0]}.`
      : `No series is ${listed(written)}.`;
  return written.length === 0 ? "A selector names its metrics by a pattern." : `No series is ${listed(written)} now.`;
};

const listed = (all: readonly string[]): string =>
  all.length <= 4 ? all.join(", ") : `${all.slice(0, 4).join(", ")} and ${all.length - 4} more`;
