import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorSecretNotFound: Check = {
  id: "servicemonitor-secret-not-found",
  title: "The Secret or ConfigMap that the monitor refers to has not the key that it names.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-secret-not-found"),
};
