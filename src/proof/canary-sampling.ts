import { parseDuration } from "../promql/prometheus-duration.ts";
import { lookbackOf } from "../signal/operator/lookback.ts";
import { scrapedTargets } from "../signal/scrape/scraped-targets.ts";
import type { World } from "../world/world.ts";

/** Samples that come so seldom that a series is gone in between. */
export interface Sampling {
  /** From one sample to the next. */
  readonly minutes: number;
  /** How long one counts. */
  readonly counted: number;
}

/** How the exporter's metrics are sampled; null where each sample counts until the next, as far as can be seen. */
export const gpuSampling = (world: World): Sampling | null => {
  const lookback = lookbackOf(world.ofKind("Prometheus")[0]);
  const intervals = scrapedTargets(world).gpu.map(({ interval }) => parseDuration(interval));
  if (lookback === null || intervals.length === 0) return null;
  const shortest = intervals.reduce<number | null>(
    (least, one) => (least === null || one === null ? null : Math.min(least, one)),
    Number.POSITIVE_INFINITY,
  );
  const found = { minutes: Math.ceil((shortest ?? 0) / 60_000), counted: Math.ceil(lookback.ms / 60_000) };
  return found.minutes > found.counted ? found : null;
};

/** The first minute from this one on in which the last sample is as old as one becomes. */
export const untilOldest = (minutes: number, sampling: Sampling | null): number =>
  sampling === null ? minutes : Math.ceil((minutes + 1) / sampling.minutes) * sampling.minutes - 1;

/**
 * What promtool reads: values where there is a sample, again every five minutes while it counts longer than promtool
 * lets it, and where it ceases to.
 */
export const sampledValues = (
  { minutes: interval, counted }: Sampling,
  minutes: number,
  valueIn: (sample: number) => string,
): string =>
  Array.from({ length: minutes + 1 }, (_, minute) => {
    const age = minute % interval;
    if (age === counted) return "stale";
    return age < counted && age % 5 === 0 ? valueIn(Math.floor(minute / interval)) : "_";
  }).join(" ");
