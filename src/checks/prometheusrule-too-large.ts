import { hopCheck, objectProblems } from "./problem/hop-problems.ts";

export const prometheusruleTooLarge = hopCheck({
  id: "prometheusrule-too-large",
  title: "A PrometheusRule has more text than the operator takes in one object.",
  severity: "error",
  tell: objectProblems,
});
