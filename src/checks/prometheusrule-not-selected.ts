import type { Check } from "./check.ts";
import { withoutMissedWithChart } from "./own/missed-with-chart.ts";
import { withoutOtherRelease } from "./own/release-label.ts";
import { objectProblems } from "./problem/hop-problems.ts";

export const prometheusruleNotSelected: Check = {
  id: "prometheusrule-not-selected",
  title: "No Prometheus selects the PrometheusRule: its labels do not match.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  find: (subject) =>
    withoutMissedWithChart(
      subject,
      withoutOtherRelease(subject, objectProblems(subject, "prometheusrule-not-selected")),
    ),
};
