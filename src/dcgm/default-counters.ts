import data from "./data/counter-lists.json" with { type: "json" };
import type { ExportedMetric } from "./exporter-model.ts";
import { helpOf, unitOf } from "./metric-unit.ts";
import { inRange } from "./version.ts";

/**
 * The lists that a release brings: two files of the image, and the ConfigMap of the Helm chart, which hides one of
 * them and differs from both.
 */
export type ShippedList = keyof typeof data.lists;

export interface ShippedCounters {
  readonly metrics: readonly ExportedMetric[];
  /** Addresses of the files that the rows come from. */
  readonly sources: readonly string[];
}

/** The rows that are on in a list as an exporter version ships it; undefined where there is no data. */
export const shippedCounters = (list: ShippedList, version: string): ShippedCounters | undefined => {
  const entry = inRange<(typeof data.lists)[ShippedList][number]>(data.lists[list], version);
  if (entry === undefined) return undefined;
  const metrics = Object.entries(entry.counters).map(([name, type]): ExportedMetric => {
    const help = helpOf(name);
    return { name, type: type === "counter" || type === "label" ? type : "gauge", unit: unitOf(name, help), help };
  });
  return { metrics, sources: entry.sources };
};

/** The newest version of the exporter of which there is data. */
export const newestShipped = (list: ShippedList): string | undefined => data.lists[list].at(-1)?.to;

/**
 * The list that a path inside the image names, e.g.
 * `/etc/dcgm-exporter/dcp-metrics-included.csv`; null for any other file.
 */
export const shippedListAt = (path: string): ShippedList | null => {
  const name = /^\/etc\/dcgm-exporter\/([^/]+)$/.exec(path)?.[1];
  return name === "default-counters.csv" || name === "dcp-metrics-included.csv" ? name : null;
};

/** Metrics as the CSV that the exporter reads. */
export const counterText = (metrics: readonly ExportedMetric[]): string =>
  metrics.map(({ name, type, help }) => `${name},${type},"${help.replaceAll('"', '""')}"\n`).join("");
