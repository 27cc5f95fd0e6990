import { listOf } from "../../kubernetes/json-fields.ts";
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
export const groupsIn = (content: JsonObject): readonly Json[] => listOf(content["groups"]);

/** The rules of a group. */
export const rulesOfGroup = (group: Json): readonly Json[] => listOf(valueAt(group, ["rules"]));

/** How many rules groups have. */
export const countRules = (groups: readonly Json[]): number =>
  groups.reduce((sum: number, group) => sum + rulesOfGroup(group).length, 0);

/** The groups of a PrometheusRule as the operator writes them for Prometheus. */
export const groupsOf = ({ body }: Manifest): readonly Json[] =>
  listOf(valueAt(body, ["spec", "groups"])).map(forPrometheus);

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
