import type { Json } from "../../src/kubernetes/manifest.ts";
import type { Ask } from "../../src/outside/ask.ts";
import { accepts } from "../../src/promql/matcher.ts";
import { readExpression } from "../../src/promql/parse-expression.ts";

/** One series that a played Prometheus has now: its labels, with its name as `__name__`. */
export type PlayedSeries = Readonly<Record<string, string>>;

/** A target that it has. */
export interface PlayedTarget {
  readonly pool: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly node?: string;
  readonly up?: boolean;
}

/**
 * Answers as Prometheus' API does (https://prometheus.io/docs/prometheus/latest/querying/api/), as far as verify asks:
 * targets, and queries that are `count by (…) (selector)` or several `label_replace(count(selector), …)` joined by
 * `or`.
 */
export const playedPrometheus =
  (series: readonly PlayedSeries[], targets: readonly PlayedTarget[] = []): Ask =>
  async ({ path }) => {
    const url = new URL(path, "http://prometheus");
    const data =
      url.pathname === "/api/v1/targets"
        ? { activeTargets: targets.map(targetBody) }
        : { resultType: "vector", result: evaluated(url.searchParams.get("query") ?? "", series) };
    return { status: 200, text: JSON.stringify({ status: "success", data }), cookies: [] };
  };

const targetBody = ({ pool, labels, node, up = true }: PlayedTarget) => ({
  scrapePool: pool,
  labels,
  discoveredLabels: node === undefined ? {} : { __meta_kubernetes_pod_node_name: node },
  health: up ? "up" : "down",
});

const evaluated = (query: string, series: readonly PlayedSeries[]): Json[] => {
  const grouped = /^count by \(([^)]*)\) ?\(([\s\S]*)\)$/.exec(query);
  if (grouped === null)
    return [...query.matchAll(/label_replace\(count\(([\s\S]*?)\), "(\w+)", "(\d+)", "", ""\)/g)].flatMap(
      ([, selector = "", label = "", index = ""]) => {
        const count = matching(selector, series).length;
        return count === 0 ? [] : [sample({ [label]: index }, count)];
      },
    );
  const names = (grouped[1] ?? "").split(",").map((name) => name.trim());
  const groups = Map.groupBy(matching(grouped[2] ?? "", series), (one) =>
    JSON.stringify(names.flatMap((name) => (one[name] === undefined ? [] : [[name, one[name]]]))),
  );
  return [...groups].map(([key, all]) => sample(Object.fromEntries(JSON.parse(key) as [string, string][]), all.length));
};

const sample = (metric: Readonly<Record<string, string>>, count: number): Json => ({ metric, value: [0, `${count}`] });

const matching = (text: string, series: readonly PlayedSeries[]): readonly PlayedSeries[] => {
  const [selector, ...others] = readExpression(text).selectors;
  if (selector === undefined || others.length > 0) throw new Error(`No selector that is understood: ${text}`);
  return series.filter(
    (one) =>
      (selector.metric === null || one["__name__"] === selector.metric) &&
      selector.matchers.every((matcher) => accepts(matcher, one[matcher.name] ?? "") === true),
  );
};
