import type { Check } from "./check.ts";
import { sharedProblems } from "./problem/hop-problems.ts";

export const alertmanagerconfigNamespaceMatcher: Check = {
  id: "alertmanagerconfig-namespace-matcher",
  title: "The AlertmanagerConfig sees only alerts of its own namespace, and the GPU alerts have another.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => sharedProblems(subject, "alertmanagerconfig-namespace-matcher"),
};
