import type { Check } from "./check.ts";
import { objectProblems } from "./hop-problems.ts";

export const prometheusruleNotSelected: Check = {
  id: "prometheusrule-not-selected",
  title: "No Prometheus selects the PrometheusRule: its labels do not match.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => objectProblems(subject, "prometheusrule-not-selected"),
};
