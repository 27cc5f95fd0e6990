import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardDatasourceNotFound = hopCheck({
  id: "dashboard-datasource-not-found",
  title: "A dashboard names a data source that Grafana does not have.",
  severity: "error",
});
