import type { Check } from "./check.ts";
import { objectProblems } from "./problem/hop-problems.ts";

export const ruleLabelNameInvalid: Check = {
  id: "rule-label-name-invalid",
  title: "A label, annotation or record of a rule has a name that the operator's webhook refuses.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => objectProblems(subject, "rule-label-name-invalid"),
};
