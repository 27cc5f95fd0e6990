import { counted } from "./markdown.ts";
import type { Report } from "./report.ts";

/** The run's outcome in one sentence of plain text. */
export const verdict = (report: Report): string => {
  if (report.error !== null) return firstLine(report.error.message);
  const found = countsOf(report);
  if (report.failureReason === "schemas-unavailable") {
    return `${counted(report.validation?.unchecked ?? 0, "object")} could not be validated: no schemas could be had (${found})`;
  }
  if (report.conclusion === "failure") return `${found}: ${firstLine(worst(report))}`;
  if (report.mode === "deploy" && report.deploy !== null) return `deployed, every workload ready (${found})`;
  return report.findings.length === 0 ? "nothing found" : found;
};

/** E.g. `1 error, 2 warnings, 0 notices`. */
export const countsOf = ({ counts }: Report): string =>
  [counted(counts.error, "error"), counted(counts.warning, "warning"), counted(counts.notice, "notice")].join(", ");

const firstLine = (message: string): string => message.split("\n", 1)[0] ?? "";

const worst = (report: Report): string =>
  (report.findings.find((finding) => finding.severity === "error") ?? report.findings[0])?.message ?? "";
