import { cutTo } from "../../plan/hidden/excerpt.ts";
import { newFirst } from "../annotations.ts";
import type { Report } from "../report.ts";
import { findingPlace, severityIcons } from "../summary/findings-section.ts";
import type { Links } from "../summary/links.ts";
import { code, counted, text } from "../summary/markdown.ts";
import { foundCounts, nextStep } from "../verdict.ts";
import { approvalWarning, planLines } from "./plan-brief.ts";

/** UTF-16 units of a message on its line. */
const longest = 300;

/** A line an entry: the next step, the plan's worst and its objects, and the worst findings, so many of each. */
export const briefList = (report: Report, links: Links, rows: number): readonly string[] => {
  const ranked = newFirst(report.findings);
  const shown = ranked.slice(0, rows).map((finding) => {
    const place = findingPlace(finding, links).replaceAll("<br>", " ");
    const said = text(cutTo(finding.message.split("\n", 1)[0] ?? "", longest));
    return `- ${severityIcons[finding.severity]} ${[place, said, code(finding.check)].filter((part) => part !== "").join(" ")}`;
  });
  const more = ranked.length - shown.length;
  return [
    ...briefStep(report),
    approvalWarning(report),
    ...planLines(report, rows),
    found(report),
    [...shown, ...(more === 0 ? [] : [`- ${counted(more, "more finding")} in report.json`])].join("\n"),
  ];
};

/** What is left where nothing else has room. */
export const briefLine = (report: Report): readonly string[] => [
  ...briefStep(report),
  approvalWarning(report),
  ...planLines(report, 0),
  found(report),
];

const found = (report: Report): string => `**Found**: ${foundCounts(report)}.`;

const briefStep = (report: Report): readonly string[] => {
  const step = nextStep(report);
  return step === null ? [] : [`<b>Next step:</b> ${text(cutTo(step, longest))}`];
};
