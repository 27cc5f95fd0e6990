import { newFirst } from "../annotations.ts";
import type { Report } from "../report.ts";
import { fitting, messagesOf, rowsAt, type Step } from "../size-ladder.ts";
import { coverageSection } from "../summary/coverage-section.ts";
import { deploySection } from "../summary/deploy-section.ts";
import { drillSection } from "../summary/drill-section.ts";
import { findingsSection } from "../summary/findings-section.ts";
import { errorSection, footer, heading } from "../summary/frame.ts";
import type { Links } from "../summary/links.ts";
import { link } from "../summary/markdown.ts";
import { planSection } from "../summary/plan-section.ts";
import { policySection } from "../summary/policy-section.ts";
import { rollbackSection } from "../summary/rollback-section.ts";
import { signalSection } from "../summary/signal-section.ts";
import { verifySection } from "../summary/verify-section.ts";
import { briefLine, briefList } from "./brief-list.ts";
import { approvalWarning } from "./plan-brief.ts";

/**
 * What a pull request and a check run are told, as GitHub Markdown within so many bytes: of the job summary what bears
 * on the change. It is shortened step by step; the verdict with its totals and the plan's digest stay at every one, and
 * of a plan that is not shown whole it says that it cannot be approved from here.
 */
export const renderBrief = (report: Report, links: Links, bytes: number): string =>
  fitting(bytes, messagesOf(report), (step) => whole([heading(report), ...parts(report, links, step), footer(links)]));

const parts = (report: Report, links: Links, step: Step): readonly string[] => {
  const rows = rowsAt[step];
  switch (step) {
    case "full":
      return [
        errorSection(report),
        planSection(report, rows),
        verifySection(report, rows),
        signalSection(report, links, rows),
        coverageSection(report),
        findingsSection(report, links, rows, { ranked: newFirst }),
        policySection(report, links, rows),
        rollbackSection(report, rows),
        deploySection(report, rows),
        drillSection(report, rows),
      ];
    case "short":
      return [
        shortened(links),
        errorSection(report),
        approvalWarning(report),
        planSection(report, rows, { withFields: false }),
        verifySection(report, rows),
        rollbackSection(report, rows),
        signalSection(report, links, rows),
        findingsSection(report, links, rows, { ranked: newFirst, withRepairs: false }),
      ];
    case "list":
      return [shortened(links), ...briefList(report, links, rows)];
    case "line":
      return [shortened(links), ...briefLine(report)];
  }
};

const shortened = (links: Links): string =>
  `> Shown in short: the ${link("job summary", links.run)} has more of it, and \`report.json\` all.`;

const whole = (sections: readonly string[]): string => `${sections.filter((section) => section !== "").join("\n\n")}\n`;
