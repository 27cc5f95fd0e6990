import type { Check } from "./check.ts";
import { hopProblems } from "./hop-problems.ts";

export const servicemonitorNotSelected: Check = {
  id: "servicemonitor-not-selected",
  title: "No Prometheus selects the ServiceMonitor, PodMonitor, Probe or ScrapeConfig: its labels do not match.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-not-selected"),
};
