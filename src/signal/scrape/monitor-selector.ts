import { once } from "../../core/once.ts";
import { matches, requirementsOf } from "../../kubernetes/label-selector.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { type Json, valueAt } from "../../kubernetes/manifest.ts";
import { hasUnseen } from "../../world/unseen.ts";
import type { WorldObject } from "../../world/world.ts";
import { labelMeta, sanitized } from "./discovery-labels.ts";
import { passes, type RelabelRule, relabelRule } from "./relabel.ts";

/**
 * Whether a monitor's selector takes an object with these labels. By default the operator turns it into relabelings,
 * where values are regular expressions (a dot matches any character) and other characters than letters and digits are
 * all one in a name; with `selectorMechanism: RoleSelector` the API server decides.
 */
export const monitorSelects = (monitor: WorldObject, labels: Labels): boolean | "unknown" => {
  const selector = valueAt(monitor.body, ["spec", "selector"]);
  if (valueAt(monitor.body, ["spec", "selectorMechanism"]) === "RoleSelector") return byApiServer(selector, labels);
  return passes(metaOf(labels), rulesOf(monitor));
};

/** Every monitor is held against every Service: what the two are turned into is kept. */
const rulesOf = once(({ body }: WorldObject) => selectorRules(valueAt(body, ["spec", "selector"])));
const metaOf = once(
  (labels: Labels): ReadonlyMap<string, string> => new Map(Object.entries(labelMeta("x", labels, {}))),
);

const byApiServer = (selector: Json | undefined, labels: Labels): boolean | "unknown" => {
  const open = requirementsOf(selector).some(({ key }) => hasUnseen(labels[key] ?? ""));
  return matches(selector, labels) || (open ? "unknown" : false);
};

const selectorRules = (selector: Json | undefined): readonly RelabelRule[] =>
  requirementsOf(selector).map(({ key, operator, values }) => {
    const label = `__meta_kubernetes_x_label_${sanitized(key)}`;
    const present = `__meta_kubernetes_x_labelpresent_${sanitized(key)}`;
    const byValue = { sourceLabels: [label, present], regex: `(${values.join("|")});true` };
    switch (operator) {
      case "NotIn":
        return relabelRule({ action: "drop", ...byValue });
      case "Exists":
        return relabelRule({ action: "keep", sourceLabels: [present], regex: "true" });
      case "DoesNotExist":
        return relabelRule({ action: "drop", sourceLabels: [present], regex: "true" });
      default:
        return relabelRule({ action: "keep", ...byValue });
    }
  });
