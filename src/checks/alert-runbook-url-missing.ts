import type { Check } from "./check.ts";
import { hasAnnotation, missingAnnotation, ownAlerts, ruleProblem } from "./own/own-rules.ts";

const names = ["runbook_url"];
const why = "whoever is notified has to know by heart what to do";

export const alertRunbookUrlMissing: Check = {
  id: "alert-runbook-url-missing",
  title: "An alert has no runbook_url: whoever is notified has to know what to do.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const alerts = ownAlerts(resolution);
    const [first, ...others] = alerts;
    // Where no alert has one it is a habit of the tree: said once.
    if (first !== undefined && others.length > 0 && !alerts.some((alert) => hasAnnotation(alert, names)))
      yield ruleProblem(
        first,
        resolution,
        `neither it nor the tree's ${others.length} other alerts have an annotation runbook_url: ${why}`,
      );
    else yield* missingAnnotation(resolution, names, why);
  },
};
