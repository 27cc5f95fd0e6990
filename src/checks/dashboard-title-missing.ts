import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardTitleMissing: Check = {
  id: "dashboard-title-missing",
  title: "A dashboard has no title where Grafana looks for it.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-title-missing"),
};
