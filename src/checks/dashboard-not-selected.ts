import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardNotSelected = hopCheck({
  id: "dashboard-not-selected",
  title: "Grafana's sidecar does not take a ConfigMap or Secret that holds a dashboard.",
  severity: "error",
});
