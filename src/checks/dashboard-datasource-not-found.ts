import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardDatasourceNotFound: Check = {
  id: "dashboard-datasource-not-found",
  title: "A dashboard names a data source that Grafana does not have.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-datasource-not-found"),
};
