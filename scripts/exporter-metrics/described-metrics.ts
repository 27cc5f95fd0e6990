/** A metric, and what Go's client library calls its kind: Counter, Gauge, Histogram or Summary. */
export interface SourceMetric {
  readonly name: string;
  readonly kind: string;
}

/** The string that an expression of Go stands for; null: not known. */
export type StringOf = (written: string) => string | null;

/**
 * Metrics of a Go source that describes them apart from their values: `x: prometheus.NewDesc(…)` here, and there
 * `MustNewConstMetric(c.x, prometheus.GaugeValue, …)`, or `SendSumOfGauges(out, c.x, …)` of what the registries of
 * tenants have (https://pkg.go.dev/github.com/grafana/dskit/metrics). What is used as none of the kinds, or as several,
 * is left out.
 */
export const describedMetrics = (text: string, constantOf: StringOf): readonly SourceMetric[] =>
  [...text.matchAll(descriptions)].flatMap(([, variable = "", joined, format, inserted = "", literal = ""]) => {
    const values = argumentsIn(joined ?? inserted).map((one) => constantOf(one) ?? localIn(text, one));
    const [kind, ...others] = kindsOf(variable, text);
    if (values.includes(null) || kind === undefined || others.length > 0) return [];
    const parts = values.filter((value) => value !== "");
    const name =
      joined === undefined ? (format?.replaceAll("%s", () => parts.shift() ?? "") ?? literal) : parts.join("_");
    return [{ name, kind }];
  });

/** Its name is what `BuildFQName` joins, a format and what is put into it, or written out. */
const descriptions =
  /(\w+)\s*(?::=|[:=])\s*prometheus\.NewDesc\(\s*(?:prometheus\.BuildFQName\(([^()]*)\)|fmt\.Sprintf\("([\w%]+)",([^()]*)\)|"(\w+)"),/g;

const argumentsIn = (list: string): readonly string[] =>
  list
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** The one string that a variable of this name is given in the file. */
const localIn = (text: string, variable: string): string | null => {
  const [value, ...others] = new Set(
    [...text.matchAll(/\b(\w+)\s*:?=\s*"(\w*)"/g)].flatMap(([, name, string = ""]) =>
      name === variable ? [string] : [],
    ),
  );
  return others.length === 0 ? (value ?? null) : null;
};

/** What the calls say that have the description: by their value's type, or by their own name. */
const kindsOf = (variable: string, text: string): readonly string[] => {
  const calls = new RegExp(`(\\w+)\\(\\s*(?:\\w+,\\s*)?(?:\\w+\\.)?${variable},(?:\\s*prometheus\\.(\\w+)Value)?`, "g");
  const said = [...text.matchAll(calls)].map(([, callee = "", value = callee]) =>
    value.replace("Summaries", "Summary"),
  );
  return ["Counter", "Gauge", "Histogram", "Summary"].filter((kind) => said.some((one) => one.includes(kind)));
};
