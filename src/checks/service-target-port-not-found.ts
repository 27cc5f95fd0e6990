import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const serviceTargetPortNotFound: Check = {
  id: "service-target-port-not-found",
  title: "The Service behind a monitor leads to a port that no container has.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "service-target-port-not-found"),
};
