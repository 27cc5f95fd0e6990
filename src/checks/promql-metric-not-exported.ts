import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const promqlMetricNotExported: Check = {
  id: "promql-metric-not-exported",
  title: "An alert reads a metric that nothing in sight exports, so it can never fire.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "promql-metric-not-exported"),
};
