import type { Check } from "./check.ts";
import { missingAnnotation } from "./own-rules.ts";

export const alertRunbookUrlMissing: Check = {
  id: "alert-runbook-url-missing",
  title: "An alert has no runbook_url: whoever is notified has to know what to do.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  find: ({ resolution }) =>
    missingAnnotation(resolution, ["runbook_url"], "whoever is notified has to know by heart what to do"),
};
