import semver from "semver";
import data from "./data/renames.json" with { type: "json" };

/** The other name of a metric, before or after the release that renamed it. */
export interface OtherName {
  readonly name: string;
  /** A value under the other name is the value under this one times this: 0.01 where percent became a ratio. */
  readonly factor: number;
}

/** The dcgm-exporter release that calls its default metrics by DCGM 4.7's names, in base units. */
export const renamingRelease = data.version;

/**
 * What dcgm-exporter calls a metric on the other side of {@link renamingRelease}: the new name of an old one,
 * the old name of a new one; null where it kept its name. NVLink throughput goes by 1,024,000: the old field
 * counted 1000 KiB/s as one MB/s.
 */
export const otherNameOf = (metric: string): OtherName | null => newNames.get(metric) ?? oldNames.get(metric) ?? null;

/** Whether an exporter of that version (`x.y.z`; null: not known) calls the metric otherwise. */
export const isRenamedIn = (metric: string, version: string | null): boolean =>
  newNames.has(metric) && semver.valid(version) !== null && semver.gte(version ?? "", renamingRelease);

/** Whether an exporter with these metrics calls them by the new names. */
export const hasNewNames = (exported: readonly { readonly name: string }[]): boolean =>
  exported.some(({ name }) => oldNames.has(name));

/** The same of the labels that hold a version. */
export const otherLabelOf = (label: string): string | null =>
  labels.find(([old]) => old === label)?.[1] ?? labels.find(([, fresh]) => fresh === label)?.[0] ?? null;

const newNames: ReadonlyMap<string, OtherName> = new Map(Object.entries(data.metrics));
const oldNames: ReadonlyMap<string, OtherName> = new Map(
  [...newNames].map(([old, { name, factor }]) => [name, { name: old, factor: 1 / factor }]),
);
const labels = Object.entries(data.labels);
