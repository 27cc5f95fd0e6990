import { type Json, valueAt } from "../manifest.ts";
import { labelMeta, sanitized } from "./discovery.ts";
import { matches, requirementsOf } from "./label-selector.ts";
import { type RelabelRule, relabel, relabelRule } from "./relabel.ts";
import { hasUnseen } from "./unseen.ts";
import type { Labels, WorldObject } from "./world.ts";

/**
 * Whether a monitor's selector takes an object with these labels. By default the operator turns it into relabelings, where values are regular expressions (a dot
 * matches any character) and other characters than letters and digits are all one in a name; with `selectorMechanism: RoleSelector` the API server decides.
 */
export const monitorSelects = (monitor: WorldObject, labels: Labels): boolean | "unknown" => {
  const selector = valueAt(monitor.body, ["spec", "selector"]);
  if (valueAt(monitor.body, ["spec", "selectorMechanism"]) === "RoleSelector") return byApiServer(selector, labels);
  return relabel(labelMeta("x", labels, {}), selectorRules(selector)).kept;
};

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
