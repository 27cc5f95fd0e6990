import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorNoMatchingService: Check = {
  id: "servicemonitor-no-matching-service",
  title: "The monitor selects no Service: its labels miss the one that is meant.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-no-matching-service"),
};
