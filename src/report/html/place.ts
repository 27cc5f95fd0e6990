import type { Fix, Location } from "../../core/finding.ts";
import { type Links, lineUrl } from "../summary/links.ts";
import { type Html, html, literal, prose, webLink } from "./markup.ts";

/** `file:line`, at the commit where that is on GitHub. */
export const placeLink = (at: Location, links: Links): Html => {
  const named = html`<code>${`${at.file}:${at.line}`}</code>`;
  return webLink(lineUrl(links, at), named);
};

/** What mends it, and the lines to copy. */
export const repair = ({
  description,
  edits,
}: Fix): Html => html`<div class="repair"><p><strong>Mend:</strong> ${prose(description)}</p>
${edits.map(
  ({ file, startLine, endLine, text }) =>
    html`<details><summary>In <code>${file}</code> replace ${startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`}</summary>${literal(text)}</details>\n`,
)}</div>`;
