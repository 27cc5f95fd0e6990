import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorScrapeClassNotFound = hopCheck({
  id: "servicemonitor-scrape-class-not-found",
  title: "The scrape class that the monitor names is not one of Prometheus.",
  severity: "error",
});
