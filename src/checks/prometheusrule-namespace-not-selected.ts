import { hopCheck, objectProblems } from "./problem/hop-problems.ts";

export const prometheusruleNamespaceNotSelected = hopCheck({
  id: "prometheusrule-namespace-not-selected",
  title: "No Prometheus selects the namespace in which the PrometheusRule lies.",
  severity: "error",
  tell: objectProblems,
});
