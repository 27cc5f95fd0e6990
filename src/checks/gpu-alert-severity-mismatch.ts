import { type ClassUrgency, classUrgencies } from "../dcgm/class-urgency.ts";
import { classesOf } from "../signal/alerts/failure-class.ts";
import { recordingsIn } from "../signal/rules/recorded-from.ts";
import type { RuleEntry } from "../signal/rules/rule-entries.ts";
import type { Check } from "./check.ts";
import { ownAlerts, ruleProblem } from "./own/own-rules.ts";
import { pagingOption } from "./own/paging-option.ts";

export const gpuAlertSeverityMismatch: Check = {
  id: "gpu-alert-severity-mismatch",
  title: "A GPU alert is more, or less, urgent than what NVIDIA has done about its failure.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  options: {
    severities: pagingOption,
  },
  *find({ resolution }, options) {
    const paging = options.list("severities");
    const recordings = recordingsIn(resolution.world);
    for (const alert of ownAlerts(resolution)) {
      const { severity = "" } = alert.labels;
      const urgency = urgencyOf(alert, recordings);
      const wanted = urgency === undefined ? null : wantedInstead(urgency, severity, paging);
      if (urgency === undefined || wanted === null) continue;
      yield {
        ...ruleProblem(alert, resolution, `its severity is ${severity}, and ${urgency.why}`, ["labels", "severity"]),
        fix: { description: wanted, edits: [] },
      };
    }
  },
};

/** That of an alert that speaks of one class alone. */
const urgencyOf = (alert: RuleEntry, recordings: ReturnType<typeof recordingsIn>): ClassUrgency | undefined => {
  const classes = classesOf(alert, recordings);
  return classes.size === 1 ? classUrgencies.find((one) => classes.has(one.class)) : undefined;
};

/** What the severity is to be; null where it fits, or only its authors can read it. */
const wantedInstead = ({ when }: ClassUrgency, severity: string, paging: readonly string[]): string | null => {
  const pages = paging.includes(severity);
  switch (when) {
    case "now":
      return !pages && (severity === "warning" || isInfo(severity)) ? `Page for it: ${paging.join(" or ")}.` : null;
    case "soon":
      return isInfo(severity) ? "Make it at least a warning, which somebody reads." : null;
    case "later":
      return pages ? "Make it a warning: it can wait until the GPU is free." : null;
  }
};

/** Severities that everybody reads as no call to act. */
const isInfo = (severity: string): boolean => severity === "info" || severity === "none";
