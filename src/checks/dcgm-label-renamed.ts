import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dcgmLabelRenamed: Check = {
  id: "dcgm-label-renamed",
  title: "An alert uses a label of GPU metrics by a name that this exporter version does not have.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dcgm-label-renamed"),
};
