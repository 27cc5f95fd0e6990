import semver, { type SemVer } from "semver";
import { stringify } from "yaml";
import { listOf } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import { isLegacyLabelName } from "./refusal.ts";

/**
 * The most that the operator takes as the text of one PrometheusRule's spec, in bytes: half of what Kubernetes lets a Secret hold.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/operator/rules.go (`MaxConfigMapDataSize`)
 */
export const maxRuleBytes = 524_288;

/** About how many bytes the operator writes for the spec: the same YAML within 2 %, for long lines are folded differently. */
export const ruleBytes = (spec: Json | undefined): number => {
  if (!isObject(spec)) return 0;
  const compact = Buffer.byteLength(JSON.stringify(spec));
  // Only near the limit is the exact form worth its time: YAML takes between the size of the JSON and double that.
  if (compact * 2 < maxRuleBytes) return compact;
  return Buffer.byteLength(stringify(spec, { indentSeq: false, lineWidth: 0 }));
};

/** A name in a rule that only UTF-8 names allow, each by its path. */
export const utf8Names = (spec: Json | undefined): readonly { readonly path: Path; readonly name: string }[] =>
  rulesIn(spec).flatMap(({ path, rule }) => [
    ...["labels", "annotations"].flatMap((field) =>
      keysOf(rule[field])
        .filter((name) => !isLegacyLabelName(name))
        .map((name) => ({ path: [...path, field, name], name })),
    ),
    ...(typeof rule["record"] === "string" && !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(rule["record"])
      ? [{ path: [...path, "record"], name: rule["record"] }]
      : []),
  ]);

/**
 * The first call in each expression of what the operator's own PromQL (Prometheus 3.13's, whatever Prometheus is deployed) has only where it is told so.
 * https://github.com/prometheus/prometheus/blob/v3.13.1/promql/parser/functions.go (`Experimental`)
 */
export const experimentalCalls = (spec: Json | undefined): readonly { readonly path: Path; readonly name: string }[] =>
  rulesIn(spec).flatMap(({ path, rule }) => {
    const [, name] = experimental.exec(withoutStrings(String(rule["expr"] ?? ""))) ?? [];
    return name === undefined ? [] : [{ path: [...path, "expr"], name }];
  });

/** Of these calls the one that 3.13 has behind a switch and 3.14 without: promtool of 3.14 lets it pass. */
export const promotedCall = "first_over_time";

/** A fault for which the API server refuses a PrometheusRule by its schema, webhook or not; the first one. */
export const schemaFault = (spec: Json | undefined): { readonly path: Path; readonly why: string } | null => {
  const groups = listOf(valueAt(spec, ["groups"]));
  const names = groups.map((group) => valueAt(group, ["name"]));
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice !== -1)
    return { path: ["spec", "groups", twice, "name"], why: `the group name "${String(names[twice])}" stands twice` };
  const fields = [
    ...groups.flatMap((group, i) =>
      ["interval", "query_offset"].map((field) => [["spec", "groups", i, field], valueAt(group, [field])] as const),
    ),
    ...rulesIn(spec).flatMap(({ path, rule }) =>
      ["for", "keep_firing_for"].map((field) => [[...path, field], rule[field]] as const),
    ),
  ];
  const duration = fields.find(([, value]) => value !== undefined && value !== null && !isDuration(value));
  if (duration !== undefined)
    return { path: duration[0], why: `${String(duration[0].at(-1))} "${String(duration[1])}" is no duration` };
  const label = rulesIn(spec)
    .flatMap(({ path, rule }) =>
      ["labels", "annotations"].flatMap((field) =>
        Object.entries(isObject(rule[field]) ? rule[field] : {}).map(
          ([key, value]) => [[...path, field, key], value] as const,
        ),
      ),
    )
    .find(([, value]) => typeof value !== "string");
  return label === undefined
    ? null
    : { path: label[0], why: `the value of ${String(label[0].at(-1))} is no string (quote it)` };
};

const isDuration = (value: Json): boolean =>
  typeof value === "string" && (value === "" || parseDuration(value) !== null);

/** Before Prometheus 3 names are ASCII words, whatever promtool of today says. */
export const needsLegacyNames = (version: SemVer): boolean => semver.lt(version, "3.0.0");

const rulesIn = (spec: Json | undefined): readonly { readonly path: Path; readonly rule: JsonObject }[] =>
  listOf(valueAt(spec, ["groups"])).flatMap((group, i) => [
    // A group's own labels follow the same rules.
    ...(isObject(group) && isObject(group["labels"])
      ? [{ path: ["spec", "groups", i], rule: { labels: group["labels"] } as JsonObject }]
      : []),
    ...listOf(valueAt(group, ["rules"])).flatMap((rule, j) =>
      isObject(rule) ? [{ path: ["spec", "groups", i, "rules", j], rule }] : [],
    ),
  ]);

const experimental =
  /\b(double_exponential_smoothing|end|histogram_quantiles|info|limit_ratio|limitk|mad_over_time|max_of|min_of|range|sort_by_label|sort_by_label_desc|start|start_timestamp|step|ts_of_(?:first|last|max|min)_over_time|first_over_time)\s*(?:\(|by\b|without\b)/;

const withoutStrings = (expression: string): string =>
  expression
    .replace(/"(?:\\.|[^"\\])*(?:"|\\?$)|'(?:\\.|[^'\\])*(?:'|\\?$)|`[^`]*(?:`|$)/gs, '""')
    .replace(/@\s*(?:start|end)\s*\(/g, "@(");

const keysOf = (value: Json | undefined): readonly string[] => (isObject(value) ? Object.keys(value) : []);
