import type { CheckRun, CheckRunAnnotation } from "../../outside/github.ts";
import { cutTo } from "../../plan/hidden/excerpt.ts";
import { type Annotation, annotationOf, ranking } from "../annotations.ts";
import type { Report } from "../report.ts";
import type { Links } from "../summary/links.ts";
import { counted } from "../summary/markdown.ts";
import { visible } from "../text/visible.ts";
import { verdict } from "../verdict.ts";
import { renderBrief } from "./brief.ts";

/**
 * What GitHub takes, https://docs.github.com/en/rest/checks/runs#create-a-check-run: bytes of the summary, and UTF-16
 * units of titles.
 */
const [mostBytes, longestTitle] = [65_000, 250] as const;
/** Ten requests: GitHub takes 50 of them in each, and a person reads no more. */
const mostAnnotations = 500;

const levels = { error: "failure", warning: "warning", notice: "notice" } as const;

/**
 * The report as a check run of the commit: its conclusion, the brief below a foreword in Markdown, and the findings
 * that have a place, ranked.
 */
export const checkRunOf = (
  report: Report,
  links: Links,
  changedFiles: ReadonlySet<string>,
  foreword = "",
): CheckRun => {
  const placed = report.findings.filter(({ at }) => at !== undefined);
  const shown = ranking(placed, changedFiles).slice(0, mostAnnotations);
  const left = report.findings.length - shown.length;
  const note = `${foreword}${left === 0 ? "" : `${counted(left, "more finding")} without an annotation.\n\n`}`;
  return {
    name: cutTo(
      visible(`Prometheus stack (${[report.target, report.path].filter((part) => part !== null).join(", ")})`),
      150,
    ),
    conclusion: report.conclusion,
    title: cutTo(visible(verdict(report)), longestTitle),
    summary: note + renderBrief(report, links, mostBytes - Buffer.byteLength(note)),
    annotations: shown.map(annotationOf).flatMap(placedAnnotation),
    address: links.run ?? null,
  };
};

const placedAnnotation = ({ level, title, message, ...place }: Annotation): readonly CheckRunAnnotation[] => {
  const { file, startLine, endLine, startColumn, endColumn } = place;
  if (file === undefined || startLine === undefined) return [];
  return [
    {
      ...{ path: file, startLine, endLine: Math.max(startLine, endLine ?? startLine) },
      ...(startColumn === undefined ? {} : { startColumn }),
      ...(startColumn === undefined || endColumn === undefined ? {} : { endColumn: Math.max(startColumn, endColumn) }),
      ...{ level: levels[level], title: cutTo(title, longestTitle), message },
    },
  ];
};
