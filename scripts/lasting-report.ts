import type { Report } from "../src/report/report.ts";
import { renderReportJson } from "../src/report/report-json.ts";

/** report.json without durations, which differ between two runs. */
export const lastingReport = (report: Report): string => lastingJson(renderReportJson(report));

/** The same of its text. */
export const lastingJson = (text: string): string => text.replace(/"durationMs": ?\d+/g, '"durationMs": 0');
