import type { Check } from "./check.ts";
import { missingAnnotation } from "./own/own-rules.ts";

export const alertDescriptionMissing: Check = {
  id: "alert-description-missing",
  title: "An alert has no description: nobody is told which GPU, and how bad it is.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  find: ({ resolution }) =>
    missingAnnotation(
      resolution,
      ["description", "message"],
      "whoever is notified does not learn which object it is about and how bad it is",
    ),
};
