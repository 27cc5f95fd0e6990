import { hopCheck } from "./problem/hop-problems.ts";

export const serviceTargetPortNotFound = hopCheck({
  id: "service-target-port-not-found",
  title: "The Service behind a monitor leads to a port that no container has.",
  severity: "error",
});
