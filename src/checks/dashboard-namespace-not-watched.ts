import { hopCheck } from "./problem/hop-problems.ts";

export const dashboardNamespaceNotWatched = hopCheck({
  id: "dashboard-namespace-not-watched",
  title: "Grafana's sidecar does not look into the namespace of a dashboard's ConfigMap.",
  severity: "error",
});
