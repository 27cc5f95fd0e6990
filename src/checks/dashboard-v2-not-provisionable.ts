import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardV2NotProvisionable: Check = {
  id: "dashboard-v2-not-provisionable",
  title: "A dashboard is in a format that Grafana's file provisioning refuses.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-v2-not-provisionable"),
};
