import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorNamespaceNotSelected = hopCheck({
  id: "servicemonitor-namespace-not-selected",
  title: "No Prometheus selects the namespace in which the ServiceMonitor, PodMonitor, Probe or ScrapeConfig lies.",
  severity: "error",
});
