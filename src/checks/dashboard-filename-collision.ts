import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardFilenameCollision = hopCheck({
  id: "dashboard-filename-collision",
  title: "Two dashboards are written to the same file: Grafana gets only one of them.",
  severity: "error",
});
