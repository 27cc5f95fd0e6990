import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorMissingNamespaceSelector = hopCheck({
  id: "servicemonitor-missing-namespace-selector",
  title: "The monitor looks into a namespace in which what it selects does not lie.",
  severity: "error",
});
