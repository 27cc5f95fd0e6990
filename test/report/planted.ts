import { annotationsOf } from "../../src/report/annotations.ts";
import { checkRunOf } from "../../src/report/brief/check-run.ts";
import { commentOf } from "../../src/report/brief/comment.ts";
import { renderHtml } from "../../src/report/html/page.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import type { Report } from "../../src/report/report.ts";
import { renderReportJson } from "../../src/report/report-json.ts";
import { renderSarif } from "../../src/report/sarif/sarif.ts";
import { linksOf } from "../../src/report/summary/links.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { renderLogText } from "../../src/report/text/log-text.ts";
import { renderTerminalText } from "../../src/report/text/terminal-text.ts";
import { nextStep, verdictWithWorst } from "../../src/report/verdict.ts";

/** Fields of few values, by which renderers choose what to show: planted, they would show nothing. */
const choices = new Set([
  ...["mode", "conclusion", "failureReason", "severity", "status", "signal", "hop", "area", "from", "layer", "action"],
  ...["by", "source", "predicted", "observed", "sight", "verdict"],
]);

/**
 * The report with `text` at the end of every string in it; of those that renderers choose by, only where `everywhere`.
 */
export const planted = (report: Report, text: string, everywhere: boolean): Report => {
  const plant = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return choices.has(key) && !everywhere ? value : `${value} ${text}`;
    if (Array.isArray(value)) return value.map((item) => plant(item, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([inner, held]) => [inner, plant(held, inner)]));
  };
  return plant(report, "") as Report;
};

/** Everything that is shown of a report, but report.json. */
export const surfacesOf = (report: Report): readonly string[] => [
  renderSummary(report, linksOf({})),
  renderHtml(report, linksOf({})),
  renderLogText(report),
  renderTerminalText(report, { paint: (_, text) => text, shown: (file) => file }),
  JSON.stringify(annotationsOf(report.findings)),
  renderSarif(report, { withSuppressed: true }),
  renderJunit(report),
  commentOf(report, linksOf({}), { when: "always", key: "" }).body({ body: null, commit: null }),
  JSON.stringify(checkRunOf(report, linksOf({}), new Set())),
  verdictWithWorst(report),
  nextStep(report) ?? "",
];

/** Where a text stands in what is shown of the report: the surfaces that hold it. */
export const leaksOf = (
  hide: (report: Report) => Report,
  report: Report,
  planting: string,
  secret: string,
): readonly string[] => {
  const open = hide(planted(report, planting, false));
  const all = hide(planted(report, planting, true));
  return [...surfacesOf(open), renderReportJson(open), renderReportJson(all)].filter((shown) => shown.includes(secret));
};
