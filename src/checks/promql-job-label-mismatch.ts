import { hopCheck } from "./problem/hop-problems.ts";

export const promqlJobLabelMismatch = hopCheck({
  id: "promql-job-label-mismatch",
  title: "An alert asks for a label or value that the series it reads can never have.",
  severity: "error",
});
