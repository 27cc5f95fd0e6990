import escapeHtml from "escape-html";
import { visible } from "../text/visible.ts";

/** Without width: it parts what GitHub would take for a link, and nobody sees it. */
const gap = "\u200b";

/**
 * Any text as inert GitHub Markdown on one line: HTML is escaped, what Markdown would read as structure, mathematics or
 * an address becomes a character reference (which Markdown never reads as structure,
 * https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references). What GitHub looks for in the finished
 * page, mentions, issues, commits and emoji, no reference hides: a gap parts it
 * (https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls).
 */
export const text = (value: string): string => inert(withGaps(visible(value))).replace(lineStart, withReference);

/** What makes a list, a heading or a rule of a line that begins with it. */
const lineStart = /^(?:[-+=](?=[\s=-]|$)|\d{1,9}[.)](?=\s|$))/;
const withReference = (start: string): string => start.slice(0, -1) + reference(start.slice(-1));

/**
 * Any text in type-writer face, inert likewise; in it GitHub looks for mentions and mail addresses alone, so
 * that the rest can be copied.
 */
export const code = (value: string): string => `<code>${inert(withoutMentions(visible(value)))}</code>`;

const withoutMentions = (value: string): string => value.replaceAll("@", `@${gap}`);

const withGaps = (value: string): string =>
  withoutMentions(value)
    .replace(/#(?=\d)|(?<=\bGH)-(?=\d)|:(?=[\w+-]{1,64}:)/gi, (sign) => `${sign}${gap}`)
    .replace(/(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])/gi, (sha) => sha.replace(/.{6}(?=.)/g, `$&${gap}`));

const inert = (value: string): string =>
  escapeHtml(oneLine(value))
    // Not the `#` of `&#39;`, which is what an apostrophe was made into; an ampersand of the text
    // itself is `&amp;` by now.
    .replace(/(?<!&)#|[\\`*_[\]|~$]|:(?=\/\/)|w(?=ww\.)/gi, reference)
    .replaceAll("\n", "<br>");

const oneLine = (value: string): string =>
  value
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");

const reference = (character: string): string => `&#${character.charCodeAt(0)};`;

/**
 * A link whose label is already Markdown; without an address it is the label alone. In the address nothing ends the
 * attribute, the line or a cell of a table.
 */
export const link = (label: string, url: string | undefined): string =>
  url === undefined
    ? label
    : `<a href="${escapeHtml(visible(url).replaceAll(/[\s|`\\]/g, encodeURIComponent))}">${label}</a>`;

/** A table; cells are already Markdown. Empty without rows. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ""
    : [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** A collapsed part; title and body are already Markdown. */
export const details = (title: string, body: string): string =>
  body === "" ? "" : `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;

/** A block of literal text, in a fence longer than any inside it. */
export const fenced = (value: string, language = ""): string => {
  const shown = visible(value);
  const [ticks, tildes] = [longestRun(shown, "`"), longestRun(shown, "~")];
  const fence =
    ticks <= Math.max(tildes, 10) ? "`".repeat(Math.max(3, ticks + 1)) : "~".repeat(Math.max(3, tildes + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
};

const longestRun = (value: string, character: string): number => {
  let longest = 0;
  let run = 0;
  for (let at = 0; at < value.length; at += 1) {
    run = value[at] === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
};

/** `1 error`, `2 errors`. */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
