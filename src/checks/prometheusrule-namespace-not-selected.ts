import type { Check } from "./check.ts";
import { objectProblems } from "./problem/hop-problems.ts";

export const prometheusruleNamespaceNotSelected: Check = {
  id: "prometheusrule-namespace-not-selected",
  title: "No Prometheus selects the namespace in which the PrometheusRule lies.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => objectProblems(subject, "prometheusrule-namespace-not-selected"),
};
