import { type Finding, nameOf } from "../../core/finding.ts";
import { ranking } from "../annotations.ts";
import type { Report } from "../report.ts";
import { type Links, lineUrl } from "./links.ts";
import { code, counted, details, fenced, link, table, text } from "./markdown.ts";

/** The sign of each severity. */
export const severityIcons = { error: "❌", warning: "⚠️", notice: "ℹ️" } as const;

interface FindingsOptions {
  /** Their order; default: the worst first, and of these those that are new. */
  readonly ranked?: (findings: readonly Finding[]) => readonly Finding[];
  /** Whether the repairs that are edits stand below as text to copy; default: true. */
  readonly withRepairs?: boolean;
}

/** The findings as Markdown, at most `rows` of them. */
export const findingsSection = (
  { findings }: Report,
  links: Links,
  rows: number,
  { ranked = (all) => ranking(all, new Set()), withRepairs = true }: FindingsOptions = {},
): string => {
  if (findings.length === 0) return "";
  const shown = ranked(findings).slice(0, rows);
  const more = findings.length - shown.length;
  return [
    "### Findings",
    table(
      ["", "Where", "What"],
      shown.map((finding) => [severityIcons[finding.severity], findingPlace(finding, links), what(finding)]),
    ),
    more === 0 ? "" : `${counted(more, "more finding")} in report.json.`,
    withRepairs ? details("Repairs that can be copied", shown.map(fixBlock).filter(Boolean).join("\n\n")) : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

/**
 * Whether a finding is new, where it is, by which line of the change, and of which object, where its message does not
 * name it.
 */
export const findingPlace = ({ at, anchor, change, resource, message }: Finding, links: Links): string =>
  [
    change === "new" ? "<b>New</b>" : "",
    at === undefined ? "" : link(code(`${at.file}:${at.line}`), lineUrl(links, at)),
    anchor === undefined ? "" : `brought by ${link(code(`${anchor.file}:${anchor.line}`), lineUrl(links, anchor))}`,
    resource === undefined || message.includes(nameOf(resource)) ? "" : text(nameOf(resource)),
  ]
    .filter((part) => part !== "")
    .join("<br>");

const what = ({ message, fix, check, help }: Finding): string =>
  [text(message), fix === undefined ? "" : `<b>Mend:</b> ${text(fix.description)}`, link(code(check), help)]
    .filter((part) => part !== "")
    .join("<br>");

const fixBlock = ({ fix, check }: Finding): string =>
  (fix?.edits ?? [])
    .map(({ file, startLine, endLine, text: lines }) =>
      [
        `${code(check)}: in ${code(file)} replace ${startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`} by`,
        fenced(lines),
      ].join("\n\n"),
    )
    .join("\n\n");
