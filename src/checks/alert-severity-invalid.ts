import type { Check } from "./check.ts";
import { ownAlerts, ruleProblem } from "./own/own-rules.ts";

export const alertSeverityInvalid: Check = {
  id: "alert-severity-invalid",
  title: "An alert has no severity, or one that routes and inhibition rules do not know.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  options: {
    severities: {
      type: "list",
      description: "Values of the label severity that routes and inhibition rules know",
      default: ["critical", "warning", "info", "none"],
    },
  },
  *find({ resolution }, options) {
    const known = options.list("severities");
    for (const alert of ownAlerts(resolution)) {
      const { severity } = alert.labels;
      if (severity === undefined || severity === "")
        yield ruleProblem(alert, resolution, "it has no label severity: routes and inhibition rules go by it");
      // A template decides when it fires.
      else if (!known.includes(severity) && !severity.includes("{{"))
        yield ruleProblem(alert, resolution, `its severity "${severity}" is none of ${known.join(", ")}`, [
          "labels",
          "severity",
        ]);
    }
  },
};
