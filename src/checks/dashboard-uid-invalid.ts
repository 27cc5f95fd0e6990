import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardUidInvalid: Check = {
  id: "dashboard-uid-invalid",
  title: "A dashboard's uid is one that Grafana refuses.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-uid-invalid"),
};
