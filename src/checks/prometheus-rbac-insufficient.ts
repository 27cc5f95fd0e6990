import { hopCheck } from "./problem/hop-problems.ts";

export const prometheusRbacInsufficient = hopCheck({
  id: "prometheus-rbac-insufficient",
  title: "The account of Prometheus may not list and watch what the monitor makes it discover.",
  severity: "error",
});
