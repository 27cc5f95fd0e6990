import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardUnresolvedInput: Check = {
  id: "dashboard-unresolved-input",
  title: "A dashboard names a data source by a variable that nothing fills in.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-unresolved-input"),
};
