import type { Check } from "./check.ts";
import { sharedProblems } from "./problem/hop-problems.ts";

export const alertInhibitedByDefault: Check = {
  id: "alert-inhibited-by-default",
  title: "An alert is muted whenever it fires.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => sharedProblems(subject, "alert-inhibited-by-default"),
};
