import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorPortNotFound: Check = {
  id: "servicemonitor-port-not-found",
  title: "No port of the Service has the name that the monitor asks for.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-port-not-found"),
};
