import { type Finding, nameOf, severities } from "../../core/finding.ts";
import type { Report } from "../report.ts";
import type { Links } from "../summary/links.ts";
import { counted } from "../summary/markdown.ts";
import { type Html, html, none, prose, section, webLink } from "./markup.ts";
import { placeLink, repair } from "./place.ts";
import { stateMark } from "./state.ts";

/** The findings, worst first, at most `rows` of them; with a script they can be filtered. */
export const findingsPart = ({ findings }: Report, links: Links, rows: number): Html => {
  if (findings.length === 0) return none;
  const ranked = findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const shown = ranked.slice(0, rows);
  const left = ranked.length - shown.length;
  return section("findings", "Findings", [
    filters(shown),
    html`<ol class="findings">${shown.map((finding) => item(finding, links))}</ol>\n`,
    left === 0 ? none : html`<p>${counted(left, "more finding")} in report.json.</p>\n`,
  ]);
};

const item = (finding: Finding, links: Links): Html => {
  const { severity, check, message, at, anchor, resource, fix, help } = finding;
  return html`<li data-severity="${severity}" data-check="${check}" data-file="${at?.file ?? ""}">
<p>${stateMark(severity)} ${at === undefined ? none : placeLink(at, links)}${anchor === undefined ? none : html`, brought by ${placeLink(anchor, links)}`} ${resource === undefined || message.includes(nameOf(resource)) ? "" : nameOf(resource)}</p>
<p>${prose(message)}</p>${fix === undefined ? none : repair(fix)}
<p class="quiet">${webLink(help, html`${check}`)}</p></li>
`;
};

/** Without scripts it stays hidden: the list is whole then. */
const filters = (findings: readonly Finding[]): Html => {
  const choice = (name: string, label: string, values: readonly string[]): Html =>
    html`<label>${label} <select name="${name}"><option value="">all</option>${[...new Set(values)].map(
      (value) => html`<option>${value}</option>`,
    )}</select></label>\n`;
  const files = findings.flatMap(({ at }) => (at === undefined ? [] : [at.file]));
  return html`<form id="filters" hidden>
${choice(
  "severity",
  "Severity",
  severities.filter((one) => findings.some(({ severity }) => severity === one)),
)}${choice("file", "File", files.toSorted())}${choice("check", "Check", findings.map(({ check }) => check).toSorted())}
<output id="filtered" aria-live="polite"></output></form>
`;
};
