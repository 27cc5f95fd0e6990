import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicemonitorScrapeTimeoutExceedsInterval: Check = {
  id: "servicemonitor-scrape-timeout-exceeds-interval",
  title: "scrapeTimeout is longer than the interval, so the operator rejects the whole monitor.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "servicemonitor-scrape-timeout-exceeds-interval"),
};
