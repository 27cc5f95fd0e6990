import semver, { type SemVer } from "semver";
import { stringify } from "yaml";
import { listOf } from "../../kubernetes/json-fields.ts";
import { jsonWord } from "../../kubernetes/json-word.ts";
import { isObject, type Json, type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import { experimentalSince } from "./operator-history.ts";
import { operatorRelease } from "./operator-release.ts";
import { isLegacyLabelName } from "./refusal.ts";

const { maxRuleBytes } = operatorRelease;

/** About how many bytes the operator writes for the spec, within 2 %: its YAML folds long lines in another way. */
export const ruleBytes = (spec: Json | undefined): number => {
  if (!isObject(spec)) return 0;
  const compact = Buffer.byteLength(JSON.stringify(spec));
  // Only near the limit is the exact form worth its time: YAML takes between the size of the JSON and double that.
  if (compact * 2 < maxRuleBytes) return compact;
  return Buffer.byteLength(stringify(spec, { indentSeq: false, lineWidth: 0 }));
};

/** The names in rules that are valid only where UTF-8 names are, each with its path. */
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
 * The first call in each expression of a function that came as an experimental one. The operator judges it by its own
 * PromQL, whatever Prometheus is deployed.
 */
export const experimentalCalls = (spec: Json | undefined): readonly { readonly path: Path; readonly name: string }[] =>
  rulesIn(spec).flatMap(({ path, rule }) => {
    const [, name] = experimental.exec(withoutStrings(String(rule["expr"] ?? ""))) ?? [];
    return name === undefined ? [] : [{ path: [...path, "expr"], name }];
  });

/** A fault for which the API server refuses a PrometheusRule by its schema, webhook or not; the first one. */
export const schemaFault = (spec: Json | undefined): { readonly path: Path; readonly why: string } | null => {
  const groups = listOf(valueAt(spec, ["groups"]));
  const names = groups.map((group) => valueAt(group, ["name"]));
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice !== -1)
    return { path: ["spec", "groups", twice, "name"], why: `the group name "${jsonWord(names[twice])}" stands twice` };
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
    return { path: duration[0], why: `${String(duration[0].at(-1))} "${jsonWord(duration[1])}" is no duration` };
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

/** The rules of a PrometheusRule, each with its path, and groups with labels as rules of these alone. */
export const rulesIn = (spec: Json | undefined): readonly { readonly path: Path; readonly rule: JsonObject }[] =>
  listOf(valueAt(spec, ["groups"])).flatMap((group, i) => [
    // A group's own labels follow the same rules.
    ...(isObject(group) && isObject(group["labels"])
      ? [{ path: ["spec", "groups", i], rule: { labels: group["labels"] } as JsonObject }]
      : []),
    ...listOf(valueAt(group, ["rules"])).flatMap((rule, j) =>
      isObject(rule) ? [{ path: ["spec", "groups", i, "rules", j], rule }] : [],
    ),
  ]);

const experimental = new RegExp(`\\b(${Object.keys(experimentalSince).join("|")})\\s*(?:\\(|by\\b|without\\b)`);

const withoutStrings = (expression: string): string =>
  expression
    .replace(/"(?:\\.|[^"\\])*(?:"|\\?$)|'(?:\\.|[^'\\])*(?:'|\\?$)|`[^`]*(?:`|$)/gs, '""')
    .replace(/@\s*(?:start|end)\s*\(/g, "@(");

const keysOf = (value: Json | undefined): readonly string[] => (isObject(value) ? Object.keys(value) : []);
