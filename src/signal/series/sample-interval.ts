import { once } from "../../core/once.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import type { LabelMatcher } from "../../promql/syntax.ts";
import type { World } from "../../world/world.ts";
import { recordingsIn } from "../rules/recorded-from.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";
import { scrapedTargets, targetsMeeting } from "../scrape/scraped-targets.ts";

/** How often samples of a metric arrive, in milliseconds, and what says so. */
export interface SampleInterval {
  readonly ms: number;
  /** E.g. `scraped every 15s`. */
  readonly why: string;
}

/** The longest interval at which the metric is scraped or recorded; null where that is not known. */
export const sampleInterval = (metric: string, world: World): SampleInterval | null => intervals(world)(metric);

/** Thousands of alerts read the same few metrics. */
const intervals = once((world: World) =>
  once((metric: string): SampleInterval | null => {
    const records = recordingsIn(world)(metric);
    if (records.length > 0)
      return longest(
        records.map((entry) => groupInterval(entry, world)),
        "recorded",
      );
    if (!isGpuMetric(metric) && !(world.exporter.metrics ?? []).some(({ name }) => name === metric)) return null;
    return longest(
      scrapedTargets(world).gpu.map(({ interval }) => interval),
      "scraped",
    );
  }),
);

/** The longest at which targets are scraped that these matchers may mean; null where none is in sight. */
export const targetInterval = (matchers: readonly LabelMatcher[], world: World): SampleInterval | null =>
  longest(
    targetsMeeting(matchers, world).map(({ interval }) => interval),
    "scraped",
  );

const longest = (intervals: readonly string[], how: string): SampleInterval | null =>
  intervals.reduce<SampleInterval | null>((best, interval) => {
    const ms = parseDuration(interval);
    return ms === null || (best !== null && best.ms >= ms) ? best : { ms, why: `${how} every ${interval}` };
  }, null);

/**
 * How often a rule is evaluated: its group's own interval, else that of the first Prometheus; the operator writes 30s
 * where it says none.
 */
export const groupInterval = (entry: RuleEntry, world: World): string =>
  groupSetting(entry, "interval", "evaluationInterval", world) ?? "30s";

/** How far in the past a rule asks, for samples that arrive late: its group's own offset, else the Prometheus'. */
export const queryOffset = (entry: RuleEntry, world: World): string =>
  groupSetting(entry, "query_offset", "ruleQueryOffset", world) ?? "0s";

const groupSetting = ({ object, path }: RuleEntry, own: string, general: string, world: World): string | null => {
  const group = objectsAt(object.body, ["spec", "groups"])[Number(path[2])];
  return textAt(group, [own]) ?? textAt(world.ofKind("Prometheus")[0]?.body, ["spec", general]);
};
