import type { Check } from "./check.ts";
import { objectProblems } from "./problem/hop-problems.ts";

export const promqlExperimentalFunction: Check = {
  id: "promql-experimental-function",
  title: "A rule calls a PromQL function that is experimental for the operator.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => objectProblems(subject, "promql-experimental-function"),
};
