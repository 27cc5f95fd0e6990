import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorDuplicateTarget: Check = {
  id: "servicemonitor-duplicate-target",
  title: "Two monitors have the same Prometheus scrape the same target twice.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-duplicate-target"),
};
