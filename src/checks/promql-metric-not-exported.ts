import { hopCheck } from "./problem/hop-problems.ts";

export const promqlMetricNotExported = hopCheck({
  id: "promql-metric-not-exported",
  title: "An alert reads a metric that nothing in sight exports, so it can never fire.",
  severity: "error",
});
