import { hopCheck, objectProblems } from "./problem/hop-problems.ts";

export const promqlExperimentalFunction = hopCheck({
  id: "promql-experimental-function",
  title: "A rule calls a PromQL function that is experimental for the operator.",
  severity: "error",
  tell: objectProblems,
});
