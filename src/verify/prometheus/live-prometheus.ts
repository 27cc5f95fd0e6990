import { load } from "js-yaml";
import { allDone } from "../../core/all-done.ts";
import { nameOf } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import { labelsAt, numberAt, objectsAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import type { WorldObject } from "../../world/world.ts";
import { type Known, knownFrom, knownOf, lazily } from "../reach/known.ts";
import { type Reader, withQuery } from "../reach/reader.ts";
import type { Scene } from "../scene.ts";

/** A target as Prometheus has it: https://prometheus.io/docs/prometheus/latest/querying/api/#targets */
export interface LiveTarget {
  /** E.g. `serviceMonitor/monitoring/dcgm-exporter/0`. */
  readonly pool: string;
  readonly labels: Labels;
  readonly discovered: Labels;
  readonly url: string;
  readonly isUp: boolean;
  readonly error: string;
  /** Milliseconds since the epoch, by Prometheus' clock; NaN where it never was. */
  readonly lastScrape: number;
  readonly intervalMs: number;
}

/** Why it is not up, a clause; one that is new is scraped within its interval. */
export const whyDown = ({ error, lastScrape, intervalMs }: LiveTarget): string =>
  error || (Number.isNaN(lastScrape) ? `not scraped yet, which is to be every ${intervalMs / 1000} s` : "it is down");

/** A rule as Prometheus has loaded it: https://prometheus.io/docs/prometheus/latest/querying/api/#rules */
export interface LiveRule {
  readonly file: string;
  readonly group: string;
  readonly name: string;
  readonly kind: "alert" | "record";
  readonly isHealthy: boolean;
  /** Whether it was evaluated since Prometheus knows it: before that it is well by no proof. */
  readonly isEvaluated: boolean;
  readonly error: string;
  /** That of its group, milliseconds since the epoch, by Prometheus' clock; NaN where it never was. */
  readonly lastEvaluation: number;
  readonly intervalMs: number;
  readonly alerts: readonly { readonly labels: Labels; readonly state: string; readonly since: string }[];
}

/** One Prometheus that runs; each part is asked for once. */
export interface LivePrometheus {
  /** `Prometheus monitoring/k8s`. */
  readonly name: string;
  readonly reader: Reader;
  targets(): Promise<Known<readonly LiveTarget[]>>;
  /** What was discovered and relabeling has dropped, by its own rules or the monitor's. */
  dropped(): Promise<Known<readonly Pick<LiveTarget, "pool" | "discovered">[]>>;
  rules(): Promise<Known<readonly LiveRule[]>>;
  /** Names of its scrape jobs, by its own configuration. */
  jobs(): Promise<Known<ReadonlySet<string>>>;
  /** Its own time, milliseconds since the epoch. */
  time(): Promise<Known<number>>;
  /**
   * How it was started and configured:
   * https://prometheus.io/docs/prometheus/latest/querying/api/#runtime-information
   */
  runtime(): Promise<Known<Runtime>>;
  /** The result of an instant query; of shards, the results of all, one after the other. */
  query(expression: string): Promise<Known<readonly Sample[]>>;
}

/** What a Prometheus says of its start; times are milliseconds since the epoch, by its clock. */
export interface Runtime {
  /** Whether its last reload went well; undefined: it does not say. */
  readonly hasReloaded: Json | undefined;
  /** When it has last loaded its configuration, and new rules with it; NaN where it does not say. */
  readonly loadedAt: number;
}

export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** The running program of a Prometheus of the render, or those of its shards together. */
export const livePrometheus = once((scene: Scene) =>
  once((object: WorldObject): LivePrometheus => {
    const shards = lazily(() => scene.shards(object));
    return openLive(nameOf(object.ref), scene.prometheus(object), shards);
  }),
);

const openLive = (name: string, reader: Reader, shards: () => Promise<Known<readonly Reader[]>>): LivePrometheus => {
  /** What each shard says. */
  const ask = async <T>(path: string, read: (data: Json | undefined) => T): Promise<Known<readonly T[]>> => {
    const readers = await shards();
    if (!readers.ok) return readers;
    const answers = await allDone(readers.value.map((one) => one.get(path)));
    const said = answers.map((got) => knownFrom(got, (body) => read(valueAt(body, ["data"]))));
    return said.find((one) => !one.ok) ?? { ok: true, value: said.flatMap((one) => (one.ok ? [one.value] : [])) };
  };
  const query = <T>(expression: string, read: (data: Json | undefined) => T): Promise<Known<readonly T[]>> =>
    ask(withQuery("/api/v1/query", { query: expression }), read);
  return {
    name,
    reader,
    targets: lazily(async () =>
      knownOf(
        await ask("/api/v1/targets?state=active", (data) => objectsAt(data, ["activeTargets"]).map(targetOf)),
        (all) => all.flat(),
      ),
    ),
    dropped: lazily(async () =>
      knownOf(
        await ask("/api/v1/targets?state=dropped", (data) =>
          objectsAt(data, ["droppedTargets"]).map((target) => ({
            pool: textOrEmpty(target, ["scrapePool"]),
            discovered: labelsAt(target, ["discoveredLabels"]),
          })),
        ),
        // Each shard discovers all targets, and drops those of the others.
        ([first = []]) => first,
      ),
    ),
    rules: lazily(async () =>
      knownOf(await ask("/api/v1/rules", (data) => objectsAt(data, ["groups"]).flatMap(rulesIn)), (all) => all.flat()),
    ),
    jobs: lazily(async () =>
      knownOf(
        await ask("/api/v1/status/config", (data) => new Set(jobNames(textOrEmpty(data, ["yaml"])))),
        ([first = new Set<string>(), ...others]) => others.reduce((both, one) => both.intersection(one), first),
      ),
    ),
    time: lazily(async () =>
      knownOf(
        await query("time()", (data) => Number(valueAt(data, ["result", 1])) * 1000),
        ([first = Number.NaN]) => first,
      ),
    ),
    runtime: lazily(async () =>
      knownOf(
        await ask("/api/v1/status/runtimeinfo", (data) => ({
          hasReloaded: valueAt(data, ["reloadConfigSuccess"]),
          loadedAt: instant(textOrEmpty(data, ["lastConfigTime"])),
        })),
        (all) => ({
          hasReloaded: (all.find(({ hasReloaded }) => hasReloaded === false) ?? all[0])?.hasReloaded,
          loadedAt: Math.max(...all.map(({ loadedAt }) => loadedAt)),
        }),
      ),
    ),
    query: async (expression) => knownOf(await query(expression, samplesIn), (all) => all.flat()),
  };
};

const targetOf = (target: JsonObject): LiveTarget => ({
  pool: textOrEmpty(target, ["scrapePool"]),
  labels: labelsAt(target, ["labels"]),
  discovered: labelsAt(target, ["discoveredLabels"]),
  url: textOrEmpty(target, ["scrapeUrl"]),
  isUp: target["health"] === "up",
  error: textOrEmpty(target, ["lastError"]),
  lastScrape: instant(textOrEmpty(target, ["lastScrape"])),
  intervalMs: durationMs(textOrEmpty(target, ["scrapeInterval"])),
});

const rulesIn = (group: JsonObject): readonly LiveRule[] =>
  objectsAt(group, ["rules"]).map((rule) => ({
    file: textOrEmpty(group, ["file"]),
    group: textOrEmpty(group, ["name"]),
    name: textOrEmpty(rule, ["name"]),
    kind: rule["type"] === "alerting" ? "alert" : "record",
    isHealthy: rule["health"] !== "err",
    isEvaluated: rule["health"] !== "unknown",
    error: textOrEmpty(rule, ["lastError"]),
    lastEvaluation: instant(textOrEmpty(group, ["lastEvaluation"])),
    intervalMs: numberAt(group, ["interval"]) * 1000,
    alerts: objectsAt(rule, ["alerts"]).map((alert) => ({
      labels: labelsAt(alert, ["labels"]),
      state: textOrEmpty(alert, ["state"]),
      since: textOrEmpty(alert, ["activeAt"]),
    })),
  }));

/** The names of a configuration's scrape jobs. */
export const jobNames = (yaml: string): readonly string[] =>
  objectsAt(load(yaml) as Json, ["scrape_configs"]).map((job) => textOrEmpty(job, ["job_name"]));

const samplesIn = (data: Json | undefined): readonly Sample[] =>
  objectsAt(data, ["result"]).map((sample) => ({
    labels: labelsAt(sample, ["metric"]),
    value: Number(valueAt(sample, ["value", 1])),
  }));

/** What never happened is the year 1 in Go. */
const instant = (text: string): number => (text.startsWith("0001-") ? Number.NaN : Date.parse(text));

/** A duration as Prometheus prints it, e.g. `1m30s`; 0 where it is none. */
const durationMs = (text: string): number => parseDuration(text) ?? 0;
