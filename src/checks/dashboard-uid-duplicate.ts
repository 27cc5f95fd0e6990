import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardUidDuplicate = hopCheck({
  id: "dashboard-uid-duplicate",
  title: "Two provisioned dashboards have the same uid: Grafana stops writing all of them.",
  severity: "error",
});
