import { hopCheck, sharedProblems } from "./problem/hop-problems.ts";

export const alertNoReceiver = hopCheck({
  id: "alert-no-receiver",
  title: "Alertmanager sends alerts to a receiver that notifies nobody.",
  severity: "warning",
  tell: sharedProblems,
});
