import type { Problem } from "../../core/finding.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject, Path } from "../../kubernetes/manifest.ts";
import type { Resolution } from "../../signal/resolve-signals.ts";
import { type RuleEntry, ruleEntries, ruleName } from "../../signal/rules/rule-entries.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import { isOwn, type WorldObject } from "../../world/world.ts";
import { ownObjects } from "./own-objects.ts";

/** PrometheusRules of base and overlays. */
export const ownRuleObjects = (resolution: Resolution): readonly WorldObject[] =>
  ownObjects(resolution, "PrometheusRule");

/** A group of rules of base and overlays. */
export interface RuleGroup {
  readonly object: WorldObject;
  readonly path: Path;
  readonly group: JsonObject;
  /** E.g. `group gpu-health in PrometheusRule monitoring/gpu-health`. */
  readonly subject: string;
}

export const ownRuleGroups = (resolution: Resolution): readonly RuleGroup[] =>
  ownRuleObjects(resolution).flatMap((object) =>
    objectsAt(object.body, ["spec", "groups"]).map((group, index) => ({
      object,
      path: ["spec", "groups", index],
      group,
      subject: `group ${textAt(group, ["name"]) ?? index} in PrometheusRule ${namespaceOf(object, resolution.world)}/${object.ref.name}`,
    })),
  );

/** Alerts and records of base and overlays. */
export const ownRules = ({ world }: Resolution): readonly RuleEntry[] =>
  ruleEntries(world).filter(({ object }) => isOwn(object));

export const ownAlerts = (resolution: Resolution): readonly RuleEntry[] =>
  ownRules(resolution).filter(({ kind }) => kind === "alert");

/** A problem with one field of a rule, at the rule's name where there is no such field. */
export const ruleProblem = (
  rule: RuleEntry,
  { world }: Resolution,
  why: string,
  field: Path = [rule.kind],
): Problem => {
  const at = rule.object.locate([...rule.path, ...field]) ?? rule.object.locate([...rule.path, rule.kind]);
  return {
    message: `${ruleName(rule, world)}: ${why}`,
    resource: rule.object.ref,
    ...(at === null ? {} : { at }),
  };
};

/** Alerts with none of these annotations; `why` says what follows. */
export function* missingAnnotation(resolution: Resolution, names: readonly string[], why: string): Generator<Problem> {
  for (const alert of ownAlerts(resolution))
    if (!hasAnnotation(alert, names)) yield ruleProblem(alert, resolution, `it has no annotation ${names[0]}: ${why}`);
}

export const hasAnnotation = ({ annotations }: RuleEntry, names: readonly string[]): boolean =>
  names.some((name) => (annotations[name] ?? "").trim() !== "");
