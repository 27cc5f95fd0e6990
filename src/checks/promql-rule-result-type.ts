import { hopCheck } from "./problem/hop-problems.ts";

export const promqlRuleResultType = hopCheck({
  id: "promql-rule-result-type",
  title: "The expression of an alert gives a range vector or a string, from which no alert can be made.",
  severity: "error",
});
