import { nameOf, type Problem } from "../core/finding.ts";
import { objectsAt } from "../kubernetes/json-fields.ts";
import type { WorldObject } from "../world/world.ts";
import type { Check } from "./check.ts";
import { ownRuleGroups, ownRuleObjects } from "./own/own-rules.ts";

export const prometheusruleEmpty: Check = {
  id: "prometheusrule-empty",
  title: "A PrometheusRule or one of its groups has no rule.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const object of ownRuleObjects(resolution))
      if (objectsAt(object.body, ["spec", "groups"]).length === 0) yield empty(object, nameOf(object.ref), ["spec"]);
    for (const { object, path, group, subject } of ownRuleGroups(resolution))
      if (objectsAt(group, ["rules"]).length === 0) yield empty(object, subject, [...path, "name"]);
  },
};

const empty = (object: WorldObject, subject: string, path: readonly (string | number)[]): Problem => {
  const at = object.locate(path) ?? object.locate(["metadata", "name"]);
  return {
    message: `${subject}: it has no rule: nothing is evaluated, and no tool says so`,
    resource: object.ref,
    ...(at === null ? {} : { at }),
  };
};
