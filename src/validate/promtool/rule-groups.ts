import { isObject, type Json, type JsonObject, type Manifest, valueAt } from "../../kubernetes/manifest.ts";

/** What promtool can be told of a Prometheus that has more of PromQL turned on (`promtool check rules --help`). */
const knownFeatures = [
  "promql-experimental-functions",
  "promql-delayed-name-removal",
  "promql-extended-range-selectors",
];

export const isRule = ({ ref }: Manifest): boolean =>
  ref.kind === "PrometheusRule" && ref.apiVersion.startsWith("monitoring.coreos.com/");

/** The groups of a rule file, as Prometheus reads it. */
export const groupsIn = (content: JsonObject): readonly Json[] => {
  const groups = content["groups"];
  return Array.isArray(groups) ? groups : [];
};

/** The rules of a group. */
export const rulesOfGroup = (group: Json): readonly Json[] => {
  const rules = valueAt(group, ["rules"]);
  return Array.isArray(rules) ? rules : [];
};

/** How many rules groups have. */
export const countRules = (groups: readonly Json[]): number =>
  groups.reduce((sum: number, group) => sum + rulesOfGroup(group).length, 0);

/** The groups of a PrometheusRule as the operator writes them for Prometheus. */
export const groupsOf = (manifest: Manifest): readonly Json[] => {
  const groups = valueAt(manifest.body, ["spec", "groups"]);
  return Array.isArray(groups) ? groups.map(forPrometheus) : [];
};

/**
 * Thanos' own field: Prometheus knows no such thing, and the operator takes it out of what it writes for Prometheus.
 */
const forPrometheus = (group: Json): Json => {
  if (!isObject(group)) return group;
  const { partial_response_strategy: _, ...rest } = group;
  return rest;
};

/** What the Prometheus objects among `manifests` turn on, as promtool's flags. */
export const featureFlags = (manifests: readonly Manifest[]): readonly string[] => {
  const asked = manifests
    .filter(({ ref }) => ref.kind === "Prometheus")
    .flatMap(({ body }) => valueAt(body, ["spec", "enableFeatures"]) ?? []);
  return knownFeatures.filter((feature) => asked.includes(feature)).map((feature) => `--enable-feature=${feature}`);
};
