import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorPortIsNumber: Check = {
  id: "servicemonitor-port-is-number",
  title: "The port that the monitor names is a number, and the field takes a name.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-port-is-number"),
};
