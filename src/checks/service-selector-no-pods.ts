import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const serviceSelectorNoPods: Check = {
  id: "service-selector-no-pods",
  title: "The Service behind a monitor has no pods: its selector misses them, or there are none.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "service-selector-no-pods"),
};
