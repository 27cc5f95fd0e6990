import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const prometheusRbacInsufficient: Check = {
  id: "prometheus-rbac-insufficient",
  title: "The account of Prometheus may not list and watch what the monitor makes it discover.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "prometheus-rbac-insufficient"),
};
