import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardTitleMissing = hopCheck({
  id: "dashboard-title-missing",
  title: "A dashboard has no title where Grafana looks for it.",
  severity: "error",
});
