import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardMetricNotExported = hopCheck({
  id: "dashboard-metric-not-exported",
  title: "A dashboard reads a GPU metric or a label that the declared exporter does not have.",
  severity: "warning",
});
