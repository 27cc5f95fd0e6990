import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorInvalidRelabeling = hopCheck({
  id: "servicemonitor-invalid-relabeling",
  title: "A relabeling rule is not valid, so the operator rejects the whole monitor.",
  severity: "error",
});
