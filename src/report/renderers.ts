import { annotationsOf } from "./annotations.ts";
import type { Report } from "./report.ts";
import { renderReportJson } from "./report-json.ts";
import { renderSummary } from "./summary/summary.ts";
import { renderTerminalText, type TextOptions } from "./text/terminal-text.ts";
import { renderAnnotations } from "./text/workflow-command.ts";

/** Makes a text of a report, and nothing else. */
type Renderer = (report: Report, options: TextOptions) => string | Promise<string>;

/** Every format that a result can be had in, by its name. What takes time to load is loaded when it is asked for. */
export const renderers = {
  text: renderTerminalText,
  json: renderReportJson,
  github: ({ findings }) => renderAnnotations(annotationsOf(findings, { rest: "what --format json tells" })),
  markdown: (report) => renderSummary(report, { blob: undefined, run: undefined, commit: undefined }),
  html: async (report) =>
    (await import("./html/page.ts")).renderHtml(report, {
      ...{ blob: undefined, run: undefined, commit: undefined },
    }),
  sarif: async (report) => (await import("./sarif/sarif.ts")).renderSarif(report, { withSuppressed: true }),
  junit: async (report) => (await import("./junit/junit.ts")).renderJunit(report),
} as const satisfies Readonly<Record<string, Renderer>>;

export type Format = keyof typeof renderers;
export const formats = Object.keys(renderers) as readonly Format[];
