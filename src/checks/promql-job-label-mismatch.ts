import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const promqlJobLabelMismatch: Check = {
  id: "promql-job-label-mismatch",
  title: "An alert asks for a label or value that the series it reads can never have.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "promql-job-label-mismatch"),
};
