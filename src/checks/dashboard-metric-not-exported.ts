import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardMetricNotExported: Check = {
  id: "dashboard-metric-not-exported",
  title: "A dashboard reads a GPU metric or a label that the declared exporter does not have.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-metric-not-exported"),
};
