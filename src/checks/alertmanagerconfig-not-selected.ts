import { hopCheck, sharedProblems } from "./problem/hop-problems.ts";

export const alertmanagerconfigNotSelected = hopCheck({
  id: "alertmanagerconfig-not-selected",
  title: "Alertmanager does not select the AlertmanagerConfig that would notify somebody.",
  severity: "error",
  tell: sharedProblems,
});
