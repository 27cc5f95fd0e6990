import { createHash } from "node:crypto";
import type { Edit, Finding } from "../core/finding.ts";
import { collide } from "../fix/apply-edits.ts";
import type { Suggestion, SuggestionRequest } from "../outside/github.ts";
import { findingKey } from "./finding-key.ts";
import type { Report } from "./report.ts";
import { severityIcons } from "./summary/findings-section.ts";
import { code, fenced, link, text } from "./summary/markdown.ts";
import { visible } from "./text/visible.ts";

interface SuggestionOptions {
  /** What tells the suggestions of one target and folder apart: the workflow's name, or what the user chose. */
  readonly key: string;
}

/**
 * The report's certain repairs as suggestions of a review: those that are one edit, for a reviewer takes each by
 * itself, and of which no two want the same line.
 */
export const suggestionsOf = (report: Report, { key }: SuggestionOptions): SuggestionRequest => {
  const scope = digest([key, report.target, report.path], 16);
  const taken: Edit[] = [];
  const suggestions: Suggestion[] = [];
  for (const finding of report.findings) {
    const edit = onlyEdit(finding);
    if (edit === null || taken.some((other) => isSameLines(edit, other))) continue;
    taken.push(edit);
    suggestions.push(suggestionOf(finding, edit));
  }
  // Of a check that was cut short nobody knows what was mended.
  const isWhole = report.stages.some(({ name, status }) => name === "check" && status === "passed");
  return { scope, suggestions, mended: isWhole ? mendedText : null };
};

/** What a suggestion becomes once its finding is gone: nobody is to take it any more. */
const mendedText = `✅ ${text("Mended: what this suggestion was for is not found any more.")}`;

const isSameLines = (a: Edit, b: Edit): boolean => collide(a, b) || collide({ ...a, text: `${b.text}.` }, b);

/** The one edit of a repair that a suggestion's text says exactly; null where there is none. */
const onlyEdit = ({ fix }: Finding): Edit | null => {
  const [edit, another] = fix?.edits ?? [];
  if (edit === undefined || another !== undefined) return null;
  // An empty suggestion takes the lines out, and an empty edit leaves one that is empty.
  return edit.text === "" || visible(edit.text) !== edit.text ? null : edit;
};

const suggestionOf = (finding: Finding, { file, startLine, endLine, text: lines }: Edit): Suggestion => {
  const { check, help, message, severity, fix } = finding;
  return {
    key: `${findingKey(finding, 16)}${digest([file, lines], 16)}`,
    ...{ path: file, startLine, endLine },
    body: [
      `${severityIcons[severity]} ${text(message)}`,
      `<b>Mend:</b> ${text(fix?.description ?? "")} ${link(code(check), help)}`,
      fenced(lines, "suggestion"),
    ].join("\n\n"),
  };
};

const digest = (value: unknown, digits: number): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, digits);
