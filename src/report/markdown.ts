import escapeHtml from "escape-html";

/**
 * Any text as inert GitHub Markdown on one line: HTML is escaped, what Markdown would read as structure becomes a character reference
 * (which Markdown never reads as structure, https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references), and `@` mentions nobody.
 */
export const text = (value: string): string =>
  escapeHtml(value)
    // Not the `#` of `&#39;`, which is what an apostrophe was made into; an ampersand of the text itself is `&amp;` by now.
    .replace(/(?<!&)#|[\\`*_[\]|~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll("@", "@\u200b")
    .replace(/\s*[\r\n]+\s*/g, "<br>");

/** Any text in type-writer face, inert likewise. */
export const code = (value: string): string => `<code>${text(value)}</code>`;

/** A link whose label is already Markdown; without an address it is the label alone. */
export const link = (label: string, url: string | undefined): string =>
  url === undefined ? label : `<a href="${escapeHtml(url)}">${label}</a>`;

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
  const longest = Math.max(2, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${value}\n${fence}`;
};

/** `1 error`, `2 errors`. */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
