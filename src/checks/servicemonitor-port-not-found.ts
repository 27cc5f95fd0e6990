import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorPortNotFound = hopCheck({
  id: "servicemonitor-port-not-found",
  title: "No port of the Service has the name that the monitor asks for.",
  severity: "error",
});
