import { hopCheck, sharedProblems } from "./problem/hop-problems.ts";

export const alertInhibitedByDefault = hopCheck({
  id: "alert-inhibited-by-default",
  title: "An alert is muted whenever it fires.",
  severity: "notice",
  tell: sharedProblems,
});
