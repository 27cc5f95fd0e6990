import type { Check } from "./check.ts";
import { hopProblems } from "./hop-problems.ts";
import { withoutOtherRelease } from "./release-label.ts";

export const servicemonitorNotSelected: Check = {
  id: "servicemonitor-not-selected",
  title: "No Prometheus selects the ServiceMonitor, PodMonitor, Probe or ScrapeConfig: its labels do not match.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  find: (subject) => withoutOtherRelease(subject, hopProblems(subject, "servicemonitor-not-selected")),
};
