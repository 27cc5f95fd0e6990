import type { RuleEntry } from "../signal/rules/rule-entries.ts";
import { ruleName } from "../signal/rules/rule-entries.ts";
import type { Check } from "./check.ts";
import { ownRules, ruleProblem } from "./own/own-rules.ts";
import { identityOf } from "./own/same-rule.ts";

export const ruleDuplicate: Check = {
  id: "rule-duplicate",
  title: "The same rule stands in the tree twice.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const first = new Map<string, RuleEntry>();
    for (const rule of ownRules(resolution)) {
      const key = identityOf(rule);
      const twin = first.get(key);
      if (twin === undefined) first.set(key, rule);
      else {
        const where = twin.object === rule.object ? "above" : `as ${ruleName(twin, resolution.world)}`;
        yield ruleProblem(
          rule,
          resolution,
          `it stands there already, ${where}, with the same expression and labels: it is evaluated twice`,
        );
      }
    }
  },
};
