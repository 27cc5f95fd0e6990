import type { ResourceRef } from "../../core/finding.ts";
import { textAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import { type OperatedKind, operatedKind } from "./operated.ts";

/** How much less an update keeps than before, as clauses. */
export const retentionLosses = (ref: ResourceRef, live: JsonObject, then: JsonObject): readonly string[] => {
  const kind = operatedKind(ref);
  if (kind === null || kind === "PrometheusAgent") return [];
  return [
    ...shrinking("retention", keptFor(kind, live), keptFor(kind, then)),
    ...(kind === "Prometheus" ? shrinking("retentionSize", keptBytes(live), keptBytes(then)) : []),
  ];
};

interface Limit {
  /** Infinity: none. Null: not to be read. */
  readonly amount: number | null;
  readonly told: string;
}

const shrinking = (what: string, before: Limit, after: Limit): readonly string[] =>
  before.amount !== null && after.amount !== null && after.amount < before.amount
    ? [`${what} shrinks from ${before.told} to ${after.told}`]
    : [];

/** What the operator's resources say of themselves: their CRDs' descriptions of `spec.retention`. */
const usual = { Prometheus: "24h", Alertmanager: "120h", ThanosRuler: "24h" } as const;

/**
 * Milliseconds. With `retentionSize` alone, and where the time is 0 beside it, Prometheus has no limit in time; 0 by
 * itself is its default of 15 days: https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects
 */
const keptFor = (kind: Exclude<OperatedKind, "PrometheusAgent">, body: JsonObject): Limit => {
  const bySize = kind === "Prometheus" && Number.isFinite(keptBytes(body).amount ?? Number.NaN);
  const said = textAt(body, ["spec", "retention"]);
  const amount = said === null ? null : parseDuration(said);
  if (bySize && (said === null || amount === 0)) return { amount: Number.POSITIVE_INFINITY, told: "no limit in time" };
  if (kind === "Prometheus" && amount === 0) return { amount: parseDuration("15d"), told: "15d" };
  const told = said ?? usual[kind];
  return { amount: parseDuration(told), told };
};

/** Bytes: units of 1024 with an `i` or without, as `--storage.tsdb.retention.size` takes them. */
const keptBytes = (body: JsonObject): Limit => {
  const none = { amount: Number.POSITIVE_INFINITY, told: "no limit" };
  const said = textAt(body, ["spec", "retentionSize"]);
  if (said === null) return none;
  const match = /^(\d{0,30}(?:\.\d{1,30})?)(?:([KMGTPE])i?)?B?$/.exec(said);
  const amount = match === null || match[1] === "" ? null : Number(match[1]) * 1024 ** exponent(match[2] ?? "");
  return amount === 0 ? none : { amount, told: said };
};

const exponent = (unit: string): number => ["", "K", "M", "G", "T", "P", "E"].indexOf(unit);
