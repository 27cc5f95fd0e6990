import { hopCheck, objectProblems } from "./problem/hop-problems.ts";

export const ruleLabelNameInvalid = hopCheck({
  id: "rule-label-name-invalid",
  title: "A label, annotation or record of a rule has a name that the operator's webhook refuses.",
  severity: "error",
  tell: objectProblems,
});
