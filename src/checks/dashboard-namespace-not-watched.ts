import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardNamespaceNotWatched: Check = {
  id: "dashboard-namespace-not-watched",
  title: "Grafana's sidecar does not look into the namespace of a dashboard's ConfigMap.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "dashboard-namespace-not-watched"),
};
