import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardV2NotProvisionable = hopCheck({
  id: "dashboard-v2-not-provisionable",
  title: "A dashboard is in a format that Grafana's file provisioning refuses.",
  severity: "error",
});
