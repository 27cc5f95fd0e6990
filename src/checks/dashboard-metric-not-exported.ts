import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardMetricNotExported = hopCheck({
  id: "dashboard-metric-not-exported",
  title: "A dashboard reads a metric or a label that the exporter it is from does not have.",
  severity: "warning",
});
