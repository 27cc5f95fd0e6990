import { compare } from "semver";

/** A metric as one release of an exporter has it. */
export interface ListedMetric {
  readonly name: string;
  /** What brings it: a resource of kube-state-metrics, a collector of the node exporter. */
  readonly part: string;
  /** As Prometheus stores it: histograms and summaries are the counters that they consist of. */
  readonly type: "gauge" | "counter" | "untyped";
  /** Names of labels; `label_*` stands for all that begin so. */
  readonly labels: readonly string[];
  /**
   * Its name is made of what is found, and an example has it: that the example of another release lacks it says
   * nothing.
   */
  readonly example?: true;
}

/**
 * The metrics of all releases, a line each: name, part, type, first and last release, labels by commas; `-` stands for
 * the first and the last of all releases, and for no label. A label that one release has counts for all: that another
 * lacks it does not show in every list.
 */
export const metricLines = (releases: ReadonlyMap<string, readonly ListedMetric[]>): readonly string[] => {
  const versions = [...releases.keys()].sort(compare);
  const seen = new Map<string, ListedMetric & { from: string; to: string }>();
  for (const version of versions)
    for (const metric of releases.get(version) ?? []) {
      const before = seen.get(metric.name);
      const labels = [...new Set([...(before?.labels ?? []), ...metric.labels])].sort();
      seen.set(metric.name, { ...metric, labels, from: before?.from ?? version, to: version });
    }
  return [...seen.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, part, type, from, to, labels, example }) =>
      [
        ...[name, part, type],
        ...[example || from === versions[0] ? "-" : from, example || to === versions.at(-1) ? "-" : to],
        labels.join(",") || "-",
      ].join(" "),
    );
};
