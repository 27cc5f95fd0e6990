import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorScrapeTimeoutExceedsInterval = hopCheck({
  id: "servicemonitor-scrape-timeout-exceeds-interval",
  title: "scrapeTimeout is longer than the interval, so the operator rejects the whole monitor.",
  severity: "error",
});
