import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardUnresolvedInput = hopCheck({
  id: "dashboard-unresolved-input",
  title: "A dashboard names a data source by a variable that nothing fills in.",
  severity: "error",
});
