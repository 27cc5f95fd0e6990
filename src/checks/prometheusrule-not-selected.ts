import type { Check } from "./check.ts";
import { objectProblems } from "./hop-problems.ts";
import { withoutOtherRelease } from "./release-label.ts";

export const prometheusruleNotSelected: Check = {
  id: "prometheusrule-not-selected",
  title: "No Prometheus selects the PrometheusRule: its labels do not match.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  find: (subject) => withoutOtherRelease(subject, objectProblems(subject, "prometheusrule-not-selected")),
};
