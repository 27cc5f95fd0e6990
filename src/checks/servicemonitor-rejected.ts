import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorRejected = hopCheck({
  id: "servicemonitor-rejected",
  title: "The operator rejects the ServiceMonitor, PodMonitor, Probe or ScrapeConfig as a whole.",
  severity: "error",
});
