import type { Check } from "./check.ts";
import { sharedProblems } from "./problem/hop-problems.ts";

export const alertmanagerconfigNotSelected: Check = {
  id: "alertmanagerconfig-not-selected",
  title: "Alertmanager does not select the AlertmanagerConfig that would notify somebody.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => sharedProblems(subject, "alertmanagerconfig-not-selected"),
};
