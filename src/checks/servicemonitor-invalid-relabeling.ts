import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorInvalidRelabeling: Check = {
  id: "servicemonitor-invalid-relabeling",
  title: "A relabeling rule is not valid, so the operator rejects the whole monitor.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-invalid-relabeling"),
};
