import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardUidInvalid = hopCheck({
  id: "dashboard-uid-invalid",
  title: "A dashboard's uid is one that Grafana refuses.",
  severity: "error",
});
