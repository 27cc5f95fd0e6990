import { type Finding, nameOf } from "../../core/finding.ts";
import type { Report } from "../report.ts";
import { type Links, lineUrl } from "./links.ts";
import { code, counted, details, fenced, link, table, text } from "./markdown.ts";

/** The sign of each severity. */
export const severityIcons = { error: "❌", warning: "⚠️", notice: "ℹ️" } as const;
const ranks = { error: 0, warning: 1, notice: 2 } as const;

/**
 * The findings as Markdown, worst first, at most `rows` of them; the repairs that are edits
 * stand below as text to copy.
 */
export const findingsSection = (report: Report, links: Links, rows: number, { withRepairs = true } = {}): string => {
  if (report.findings.length === 0) return "";
  const ranked = report.findings.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
  const shown = ranked.slice(0, rows);
  const more = ranked.length - shown.length;
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

/** Where a finding is, by which line of the change, and of which object, where its message does not name it. */
export const findingPlace = ({ at, anchor, resource, message }: Finding, links: Links): string =>
  [
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
