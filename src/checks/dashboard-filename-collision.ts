import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardFilenameCollision: Check = {
  id: "dashboard-filename-collision",
  title: "Two dashboards are written to the same file: Grafana gets only one of them.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-filename-collision"),
};
