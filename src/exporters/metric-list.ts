import { compare } from "semver";
import { once } from "../core/once.ts";

/** A metric that an exporter of the chart has. */
export interface ListedMetric {
  readonly name: string;
  /** What brings it: a resource of kube-state-metrics, collectors of the node exporter (one of them does). */
  readonly parts: readonly string[];
  /** Untyped: its source does not say. */
  readonly type: "gauge" | "counter" | "untyped";
  /** First and last release that has it, of those of which there is data. */
  readonly from: string;
  readonly to: string;
  /** Names of the labels that it can have; `label_*` stands for all that begin so, `*` for any. */
  readonly labels: readonly string[];
}

/** The metrics of one exporter by its releases, as `npm run exporter-metrics` writes them. */
export interface MetricList {
  /** First and last release of which there is data. */
  readonly from: string;
  readonly to: string;
  readonly names: readonly string[];
  metric(name: string): ListedMetric | undefined;
}

/** The file of an exporter, as far as every exporter's is alike. */
export interface MetricData {
  readonly from: string;
  readonly to: string;
  /** Lines of name, part, type, first and last release, and labels; `-` stands for the list's own end, or for none. */
  readonly metrics: readonly string[];
}

/** Reads the lines; each is taken apart only where its metric is asked for. */
export const metricList = ({ from, to, metrics }: MetricData): MetricList => {
  const lines = new Map(metrics.map((line) => [line.slice(0, line.indexOf(" ")), line]));
  return {
    from,
    to,
    names: [...lines.keys()],
    metric: (name) => {
      const line = lines.get(name);
      if (line === undefined) return undefined;
      const [, part = "", type = "", first = "", last = "", labels = ""] = line.split(" ");
      return {
        name,
        parts: part === "-" ? [] : part.split("+"),
        type: type === "gauge" || type === "counter" ? type : "untyped",
        from: first === "-" ? from : first,
        to: last === "-" ? to : last,
        labels: labels === "-" ? [] : labels.split(","),
      };
    },
  };
};

/** A span of releases, both ends included. */
export interface Releases {
  readonly from: string;
  readonly to: string;
}

export const isInReleases = (version: string, { from, to }: Releases): boolean =>
  compare(from, version) <= 0 && compare(version, to) <= 0;

/** What lines of `name from to` name in a release. */
export const namedIn = (lines: readonly string[], version: string): ReadonlySet<string> => named(lines)(version);

const named = once((lines: readonly string[]) =>
  once(
    (version: string): ReadonlySet<string> =>
      new Set(
        lines.flatMap((line) => {
          const [name = "", from = "", to = ""] = line.split(" ");
          return isInReleases(version, { from, to }) ? [name] : [];
        }),
      ),
  ),
);
