import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardUidDuplicate: Check = {
  id: "dashboard-uid-duplicate",
  title: "Two provisioned dashboards have the same uid: Grafana stops writing all of them.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-uid-duplicate"),
};
