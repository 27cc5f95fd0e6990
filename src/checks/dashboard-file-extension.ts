import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardFileExtension: Check = {
  id: "dashboard-file-extension",
  title: "A dashboard's key does not end with .json: Grafana does not read the file.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-file-extension"),
};
