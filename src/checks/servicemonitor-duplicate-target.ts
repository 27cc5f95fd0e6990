import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorDuplicateTarget = hopCheck({
  id: "servicemonitor-duplicate-target",
  title: "Two monitors have the same Prometheus scrape the same target twice.",
  severity: "warning",
});
