import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorScrapeClassNotFound: Check = {
  id: "servicemonitor-scrape-class-not-found",
  title: "The scrape class that the monitor names is not one of Prometheus.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-scrape-class-not-found"),
};
