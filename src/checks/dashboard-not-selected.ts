import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardNotSelected: Check = {
  id: "dashboard-not-selected",
  title: "Grafana's sidecar does not take a ConfigMap or Secret that holds a dashboard.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-not-selected"),
};
