import type { Check } from "./check.ts";
import { ruleProblems } from "./problem/rule-problems.ts";

export const promqlSyntaxError: Check = {
  id: "promql-syntax-error",
  title: "A rule's expression is not valid PromQL.",
  severity: "error",
  decidedBy: "promtool",
  reads: ["rules"],
  *find({ rules }) {
    yield* ruleProblems(rules, "expression");
  },
};
