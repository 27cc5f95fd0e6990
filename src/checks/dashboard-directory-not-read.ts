import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardDirectoryNotRead = hopCheck({
  id: "dashboard-directory-not-read",
  title: "An annotation sends a dashboard to a folder that Grafana does not read.",
  severity: "error",
});
