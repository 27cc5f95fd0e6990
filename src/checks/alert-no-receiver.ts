import type { Check } from "./check.ts";
import { sharedProblems } from "./problem/hop-problems.ts";

export const alertNoReceiver: Check = {
  id: "alert-no-receiver",
  title: "Alertmanager sends alerts to a receiver that notifies nobody.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => sharedProblems(subject, "alert-no-receiver"),
};
