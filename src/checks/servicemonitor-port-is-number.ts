import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorPortIsNumber = hopCheck({
  id: "servicemonitor-port-is-number",
  title: "The port that the monitor names is a number, and the field takes a name.",
  severity: "error",
});
