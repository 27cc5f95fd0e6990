import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardTitleDuplicate = hopCheck({
  id: "dashboard-title-duplicate",
  title: "Two provisioned dashboards have the same title in the same folder: Grafana stops writing all of them.",
  severity: "error",
});
