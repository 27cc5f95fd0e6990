import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardFileExtension = hopCheck({
  id: "dashboard-file-extension",
  title: "A dashboard's key does not end with .json: Grafana does not read the file.",
  severity: "error",
});
