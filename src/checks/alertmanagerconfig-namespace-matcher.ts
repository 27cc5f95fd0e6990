import { hopCheck, sharedProblems } from "./problem/hop-problems.ts";

export const alertmanagerconfigNamespaceMatcher = hopCheck({
  id: "alertmanagerconfig-namespace-matcher",
  title: "The AlertmanagerConfig sees only alerts of its own namespace, and the GPU alerts have another.",
  severity: "warning",
  tell: sharedProblems,
});
