import escapeHtml from "escape-html";
import { visible } from "../text/visible.ts";

/** A piece of a page whose texts are escaped; nothing else makes one. */
export class Html {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** A text that stands in our sources word for word: a style sheet, a script. */
  static ours(text: string): Html {
    return new Html(text);
  }

  /**
   * A template of HTML. What is put in is escaped, and what nobody sees in it is shown as such, but for pieces that are
   * HTML already. An attribute's value stands in double quotes.
   */
  static of(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
    return new Html(parts.reduce((text, part, index) => text + contentOf(values[index - 1] ?? "") + part));
  }
}

type Content = string | number | Html | readonly Html[];

const contentOf = (value: Content): string => {
  if (value instanceof Html) return value.text;
  if (typeof value === "string" || typeof value === "number") return escapeHtml(visible(String(value)));
  return value.map((one) => one.text).join("");
};

export const html = Html.of;

/** A sentence of ours, in which backticks are around what is to be typed. */
export const prose = (sentence: string): Html => {
  const parts = sentence.split("`");
  // An odd one out is no pair.
  if (parts.length % 2 === 0) return html`${sentence}`;
  return html`${parts.map((part, index) => (index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`))}`;
};

/** A link where the address is one of the web; else its label alone: a report may come from anybody. */
export const webLink = (url: string | undefined, label: Html): Html =>
  url !== undefined && /^https?:\/\//.test(url) ? html`<a href="${url}">${label}</a>` : label;

/** Nothing. */
export const none: Html = html``;

/** What may be wider than the window: it scrolls by itself, also by the keyboard. */
export const scrolling = (label: string, body: Html): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">${body}</div>
`;

/** A table; none without rows. */
export const htmlTable = (label: string, heads: readonly string[], rows: readonly (readonly Html[])[]): Html =>
  rows.length === 0
    ? none
    : scrolling(
        label,
        html`<table><thead><tr>${heads.map(
          (head) => html`<th scope="col">${head}</th>`,
        )}</tr></thead><tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`,
      );

/** A part of the page under its heading; none without a body. */
export const section = (id: string, title: string, body: readonly Html[]): Html => {
  const parts = body.filter(({ text }) => text !== "");
  return parts.length === 0
    ? none
    : html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${parts}</section>
`;
};

/** Lines of a text as they are. */
export const literal = (value: string): Html => html`<pre tabindex="0"><code>${value}</code></pre>`;
