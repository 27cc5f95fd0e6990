import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const promqlRuleResultType: Check = {
  id: "promql-rule-result-type",
  title: "The expression of an alert gives a range vector or a string, from which no alert can be made.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "promql-rule-result-type"),
};
