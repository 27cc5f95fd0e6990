import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorMissingNamespaceSelector: Check = {
  id: "servicemonitor-missing-namespace-selector",
  title: "The monitor looks into a namespace in which what it selects does not lie.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-missing-namespace-selector"),
};
