import type { ListedMetric } from "./listed-metric.ts";

/**
 * The metrics of a text in Prometheus' format, by the names under which they are stored: a histogram `x` is `x_bucket`,
 * `x_sum` and `x_count`.
 */
export const expositionIn = (text: string): ReadonlyMap<string, Pick<ListedMetric, "type" | "labels">> => {
  const types = new Map<string, string>();
  const found = new Map<string, { type: ListedMetric["type"]; labels: Set<string> }>();
  for (const line of text.split("\n")) {
    const typed = /^# TYPE (\w+) (\w+)/.exec(line);
    if (typed !== null) {
      types.set(typed[1] ?? "", typed[2] ?? "");
      continue;
    }
    const [, name = "", inside = ""] = /^([a-zA-Z_:]\w*)(?:\{(.*)\})? /.exec(line) ?? [];
    if (name === "") continue;
    const before = found.get(name) ?? { type: storedType(name, types), labels: new Set<string>() };
    for (const [, label = ""] of inside.matchAll(/(\w+)="(?:[^"\\]|\\.)*"/g)) before.labels.add(label);
    found.set(name, before);
  }
  return new Map([...found].map(([name, { type, labels }]) => [name, { type, labels: [...labels].sort() }]));
};

const storedType = (name: string, types: ReadonlyMap<string, string>): ListedMetric["type"] => {
  const own = types.get(name);
  if (own === "gauge" || own === "counter") return own;
  // The quantiles of a summary are values of their own.
  if (own === "summary") return "gauge";
  const base = types.get(name.replace(/_(bucket|sum|count)$/, ""));
  return base === "histogram" || base === "summary" ? "counter" : "untyped";
};
