import { withoutMissedWithChart } from "./own/missed-with-chart.ts";
import { hopCheck, hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorNamespaceNotSelected = hopCheck({
  id: "servicemonitor-namespace-not-selected",
  title: "No Prometheus selects the namespace in which the ServiceMonitor, PodMonitor, Probe or ScrapeConfig lies.",
  severity: "error",
  tell: (subject, check) => withoutMissedWithChart(subject, hopProblems(subject, check)),
});
