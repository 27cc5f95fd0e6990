import type { Finding } from "../../core/finding.ts";
import { shownAt } from "../../core/finding.ts";
import type { Report } from "../report.ts";
import { severityIcons } from "./findings-section.ts";
import { type Links, lineUrl } from "./links.ts";
import { code, counted, details, link, table, text } from "./markdown.ts";

/** What the change did to the findings: those that it brought, by its own lines, and those that it mended. */
export const changeSection = ({ change, findings }: Report, links: Links, rows: number): string => {
  if (change === null) return "";
  if (change.base === null || !change.affected) return change.note === null ? "" : `> ${text(change.note)}`;
  const fresh = findings.filter((finding) => finding.change === "new");
  const known = findings.filter((finding) => finding.change === "known").length;
  return [
    "### What this change does",
    `Against commit ${code(change.base.slice(0, 12))}: **${fresh.length} new**, ${change.mended.length} mended, ${known} as before.`,
    newTable(fresh, links, rows),
    details(`${counted(change.mended.length, "finding")} mended`, mendedTable(change.mended, rows)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

const newTable = (fresh: readonly Finding[], links: Links, rows: number): string =>
  table(
    ["", "Brought by", "Shows at", "What is new"],
    fresh.slice(0, rows).map((finding) => {
      const { at, check, severity, message } = finding;
      const what = `${text(firstLine(message))}<br>${code(check)}`;
      return [
        severityIcons[severity],
        placeLink(shownAt(finding), links),
        finding.anchor ? placeLink(at, links) : "",
        what,
      ];
    }),
  );

/** Their lines are those of the older commit, and have no address here. */
const mendedTable = (mended: readonly Finding[], rows: number): string => {
  const shown = mended
    .slice(0, rows)
    .map(({ at, check, message, severity }) => [
      ...[severityIcons[severity], at === undefined ? "" : code(`${at.file}:${at.line}`)],
      `${text(firstLine(message))}<br>${code(check)}`,
    ]);
  const list = table(["", "Where it was", "What"], shown);
  const left = mended.length - shown.length;
  return left === 0 || list === "" ? list : `${list}\n\n${counted(left, "more finding")} in report.json.`;
};

const placeLink = (at: Finding["at"], links: Links): string =>
  at === undefined ? "" : link(code(`${at.file}:${at.line}`), lineUrl(links, at));

const firstLine = (message: string): string => message.split("\n", 1)[0] ?? "";
