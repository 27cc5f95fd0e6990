import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorRejected: Check = {
  id: "servicemonitor-rejected",
  title: "The operator rejects the ServiceMonitor, PodMonitor, Probe or ScrapeConfig as a whole.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-rejected"),
};
