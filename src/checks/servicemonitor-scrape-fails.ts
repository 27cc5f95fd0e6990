import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorScrapeFails = hopCheck({
  id: "servicemonitor-scrape-fails",
  title: "What a monitor asks for has every scrape of its targets fail.",
  severity: "error",
});
