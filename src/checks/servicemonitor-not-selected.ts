import type { Check } from "./check.ts";
import { withoutMissedWithChart } from "./own/missed-with-chart.ts";
import { withoutOtherRelease } from "./own/release-label.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorNotSelected: Check = {
  id: "servicemonitor-not-selected",
  title: "No Prometheus selects the ServiceMonitor, PodMonitor, Probe or ScrapeConfig: its labels do not match.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  find: (subject) =>
    withoutMissedWithChart(subject, withoutOtherRelease(subject, hopProblems(subject, "servicemonitor-not-selected"))),
};
