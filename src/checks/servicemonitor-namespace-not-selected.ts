import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorNamespaceNotSelected: Check = {
  id: "servicemonitor-namespace-not-selected",
  title: "No Prometheus selects the namespace in which the ServiceMonitor, PodMonitor, Probe or ScrapeConfig lies.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-namespace-not-selected"),
};
