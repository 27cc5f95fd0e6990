import { withoutMissedWithChart } from "./own/missed-with-chart.ts";
import { hopCheck, objectProblems } from "./problem/hop-problems.ts";

export const prometheusruleNamespaceNotSelected = hopCheck({
  id: "prometheusrule-namespace-not-selected",
  title: "No Prometheus selects the namespace in which the PrometheusRule lies.",
  severity: "error",
  tell: (subject, check) => withoutMissedWithChart(subject, objectProblems(subject, check)),
});
