import type { Check } from "./check.ts";
import { missingAnnotation } from "./own/own-rules.ts";

export const alertSummaryMissing: Check = {
  id: "alert-summary-missing",
  title: "An alert has no summary: what it says at first sight is only its name.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  find: ({ resolution }) =>
    missingAnnotation(resolution, ["summary"], "a notification's first line is only the alert's name"),
};
