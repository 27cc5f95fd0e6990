import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardTitleDuplicate: Check = {
  id: "dashboard-title-duplicate",
  title: "Two provisioned dashboards have the same title in the same folder: Grafana stops writing all of them.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-title-duplicate"),
};
