import { labelsAt, textAt } from "../../kubernetes/json-fields.ts";
import { isObject, valueAt } from "../../kubernetes/manifest.ts";
import { type LabelShape, noLabels, valuesIn, withLabels, without } from "../../promql/label-shape.ts";
import type { Expression } from "../../promql/parse-expression.ts";
import { resultLabels } from "../../promql/result-labels.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";

/** The labels with which an alert reaches Alertmanager: those of its series, of the rule, and of the Prometheus. */
export const alertLabels = (
  entry: RuleEntry,
  expression: Expression,
  known: KnownMetrics,
  prometheus: WorldObject | null,
  world: World,
): LabelShape => {
  const series =
    expression.type === "scalar" ? noLabels : without(resultLabels(expression.root, known.shapeOf), ["__name__"]);
  const fired = withLabels(series, [
    ...Object.entries(entry.labels).map(
      // A template's value is known only when it fires.
      ([name, value]) => [name, value.includes("{{") ? null : [value]] as const,
    ),
    ...enforced(entry, prometheus, world),
    ["alertname", [entry.name]],
  ]);
  return sent(fired, prometheus, world);
};

/** `enforcedNamespaceLabel` gives every alert the namespace of its PrometheusRule, but those that are excluded. */
const enforced = (
  { object }: RuleEntry,
  prometheus: WorldObject | null,
  world: World,
): readonly (readonly [string, readonly string[] | null])[] => {
  const label = textAt(prometheus?.body, ["spec", "enforcedNamespaceLabel"]);
  if (label === null) return [];
  const excluded = valueAt(prometheus?.body, ["spec", "excludedFromEnforcement"]) !== undefined;
  return [[label, excluded ? null : [namespaceOf(object, world)]]];
};

/**
 * External labels fill what the alert does not have; then alert relabeling, which the operator uses to take the
 * replica's name away again.
 */
const sent = (shape: LabelShape, prometheus: WorldObject | null, world: World): LabelShape => {
  if (prometheus === null) return { labels: shape.labels, open: true };
  const spec = valueAt(prometheus.body, ["spec"]);
  const own = isObject(spec) ? spec["prometheusExternalLabelName"] : undefined;
  const name = typeof own === "string" ? own : "prometheus";
  const external = {
    ...labelsAt(spec, ["externalLabels"]),
    ...(name === "" ? {} : { [name]: `${namespaceOf(prometheus, world)}/${prometheus.ref.name}` }),
  };
  const filled = withLabels(
    shape,
    Object.entries(external).map(([label, value]) => {
      const values = valuesIn(shape, label);
      return [label, values === null ? null : values.map((one) => (one === "" ? value : one))];
    }),
  );
  const replica = textAt(spec, ["replicaExternalLabelName"]) ?? "prometheus_replica";
  const kept = without(filled, [replica]);
  return relabels(spec)
    ? { labels: new Map(Array.from(kept.labels.keys(), (label) => [label, null])), open: true }
    : kept;
};

/** Alert relabeling may do anything. */
const relabels = (spec: ReturnType<typeof valueAt>): boolean => {
  if (valueAt(spec, ["additionalAlertRelabelConfigs"]) !== undefined) return true;
  const all = valueAt(spec, ["alerting", "alertmanagers"]);
  return Array.isArray(all) && all.some((one) => valueAt(one, ["alertRelabelings", 0]) !== undefined);
};
