import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorNoMatchingService = hopCheck({
  id: "servicemonitor-no-matching-service",
  title: "The monitor selects no Service: its labels miss the one that is meant.",
  severity: "error",
});
