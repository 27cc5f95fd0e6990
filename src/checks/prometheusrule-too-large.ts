import type { Check } from "./check.ts";
import { objectProblems } from "./problem/hop-problems.ts";

export const prometheusruleTooLarge: Check = {
  id: "prometheusrule-too-large",
  title: "A PrometheusRule has more text than the operator takes in one object.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => objectProblems(subject, "prometheusrule-too-large"),
};
