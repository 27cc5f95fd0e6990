import { textAt } from "../../kubernetes/json-fields.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import { type MetricSelector, nodesIn } from "../../promql/syntax.ts";
import { anyValue, type Bound, type WindowedRead, windowedReads } from "../../promql/windowed-reads.ts";
import type { World } from "../../world/world.ts";
import { notifyingRoutes, routeOf } from "../alertmanager/alert-route.ts";
import type { Grouping } from "../alertmanager/alertmanager-config.ts";
import { type Recordings, recordingsIn } from "../rules/recorded-from.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";
import { perTarget } from "../series/known-metrics.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import { groupInterval, queryOffset, sampleInterval, targetInterval } from "../series/sample-interval.ts";
import { sentAlert } from "./sent-alert.ts";

/** What a notification waits for, in the order in which it does. */
export const waitNames = [
  "collection",
  "scrape",
  "staleness",
  "recording",
  "window",
  "evaluation",
  "query_offset",
  "for",
  "group_wait",
] as const;
export type WaitName = (typeof waitNames)[number];

export interface Wait {
  readonly name: WaitName;
  readonly seconds: number;
}

/** The longest time from a fault to the notification of an alert. */
export interface TimeToPage {
  readonly seconds: number;
  /** The same of a fault whose group has notified already: it waits for `group_interval` instead of `group_wait`. */
  readonly inOpenGroup: number;
  /** What the time is made of, those of no time left out. */
  readonly waits: readonly Wait[];
}

interface Known {
  readonly world: World;
  readonly known: KnownMetrics;
}

/** Foretells it from files; null where a part is not in sight: the exporter, a subquery's step, the route. */
export const timeUntilTold = (entry: RuleEntry, resolution: Known): TimeToPage | null => {
  const { world } = resolution;
  const arrival = arrivalOf(entry.expr, anyValue, recordingsIn(world), world, []);
  const grouping = groupingOf(entry, resolution);
  const interval = parseDuration(groupInterval(entry, world));
  if (arrival === null || grouping === null || interval === null || interval === 0) return null;
  const rule = valueAt(entry.object.body, entry.path);
  const held = parseDuration(textAt(rule, ["for"]) ?? "0") ?? 0;
  const before: readonly Timed[] = [
    ...arrival,
    ["evaluation", interval],
    ["query_offset", offsetOf(entry, world)],
    // Whether it has been so for long enough is asked at each evaluation.
    ["for", Math.ceil(held / interval) * interval],
  ];
  const waits = [...before, ["group_wait", grouping.waitMs] as const].filter(([, ms]) => ms > 0);
  return {
    seconds: sum(waits) / 1000,
    inOpenGroup: (sum(before) + Math.max(grouping.waitMs, grouping.intervalMs)) / 1000,
    waits: waits.map(([name, ms]) => ({ name, seconds: ms / 1000 })),
  };
};

type Timed = readonly [name: WaitName, ms: number];

const sum = (waits: readonly Timed[]): number => waits.reduce((total, [, ms]) => total + ms, 0);

/** Until an expression sees the fault: by the slowest of what it reads. */
const arrivalOf = (
  expr: string,
  bound: Bound,
  recordings: Recordings,
  world: World,
  above: readonly string[],
): readonly Timed[] | null => {
  const { root } = readExpression(expr);
  const isAbsence = nodesIn(root).some((node) => node.kind === "call" && node.name.startsWith("absent"));
  let slowest: readonly Timed[] = [];
  for (const read of windowedReads(root, bound)) {
    const source = ofMetric(read, recordings, world, above);
    if (source === null || read.windowMs === null) return null;
    const scrape = source.find(([name]) => name === "scrape")?.[1] ?? 0;
    const one: readonly Timed[] = [
      // What is gone is not collected.
      ...source.filter(([name]) => !isAbsence || name !== "collection"),
      ["staleness", isAbsence ? scrape * staleIntervals : 0],
      ["window", read.windowMs],
    ];
    if (sum(one) > sum(slowest)) slowest = one;
  }
  return slowest;
};

/**
 * Prometheus ends the series of a target that is gone after two more intervals and a tenth: endOfRunStaleness in
 * https://github.com/prometheus/prometheus/blob/main/scrape/scrape.go
 */
const staleIntervals = 2.1;

const ofMetric = (
  { selector, bound }: WindowedRead,
  recordings: Recordings,
  world: World,
  above: readonly string[],
): readonly Timed[] | null => {
  const metric = selector.metric ?? "";
  const records = above.includes(metric) ? [] : recordings(metric);
  let slowest: readonly Timed[] | null = [];
  for (const record of records) {
    const read = arrivalOf(record.expr, bound, recordings, world, [...above, metric]);
    const interval = parseDuration(groupInterval(record, world));
    if (read === null || interval === null) return null;
    const one: readonly Timed[] = [...read, ["recording", interval], ["query_offset", offsetOf(record, world)]];
    if (sum(one) > sum(slowest)) slowest = one;
  }
  return records.length > 0 ? slowest : ofScraped(selector, world);
};

/** What a rule sees is that old. */
const offsetOf = (entry: RuleEntry, world: World): number => parseDuration(queryOffset(entry, world)) ?? 0;

const ofScraped = ({ metric, matchers }: MetricSelector, world: World): readonly Timed[] | null => {
  if (metric === null || !isGpuMetric(metric)) {
    const known =
      metric !== null && perTarget.has(metric)
        ? targetInterval(
            matchers.filter(({ name }) => name !== "__name__"),
            world,
          )
        : sampleInterval(metric ?? "", world);
    return [["scrape", known?.ms ?? generalInterval(world)]];
  }
  const scrape = sampleInterval(metric, world);
  const { collectMs } = world.exporter;
  return scrape === null || collectMs === null
    ? null
    : [
        ["collection", collectMs],
        ["scrape", scrape.ms],
      ];
};

/** What a monitor that says no interval is scraped at; the operator writes 30s where Prometheus says none. */
const generalInterval = (world: World): number =>
  parseDuration(textAt(world.ofKind("Prometheus")[0]?.body ?? {}, ["spec", "scrapeInterval"]) ?? "30s") ?? 30_000;

/** That of the slowest route that may notify. */
const groupingOf = (entry: RuleEntry, resolution: Known): Pick<Grouping, "waitMs" | "intervalMs"> | null => {
  const { labels, configs } = sentAlert(entry, resolution);
  const routes = (configs ?? []).flatMap((config) => {
    const notifies = notifyingRoutes(config);
    return routeOf(config, labels).routes.filter(({ route }) => notifies(route));
  });
  const groupings = routes.map(({ route }) => route.grouping);
  if (groupings.length === 0) return null;
  return {
    waitMs: Math.max(...groupings.map(({ waitMs }) => waitMs)),
    intervalMs: Math.max(...groupings.map(({ intervalMs }) => intervalMs)),
  };
};
