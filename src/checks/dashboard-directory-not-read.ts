import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardDirectoryNotRead: Check = {
  id: "dashboard-directory-not-read",
  title: "An annotation sends a dashboard to a folder that Grafana does not read.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-directory-not-read"),
};
