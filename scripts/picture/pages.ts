import { readFileSync } from "node:fs";
import { join } from "node:path";
import escapeHtml from "escape-html";
import { marked } from "marked";

const style = readFileSync(join(import.meta.dirname, "page.css"), "utf8");

const pageOf = (body: string): string => `<!doctype html><meta charset="utf-8"><style>${style}</style>${body}`;

/** Markdown about as GitHub shows it; diagrams are still fences. */
export const markdownPage = async (markdown: string): Promise<string> =>
  pageOf(`<main>${await marked(markdown)}</main>`);

/** Text as a terminal shows it. */
export const terminalPage = (text: string): string => pageOf(`<pre class="terminal">${escapeHtml(text)}</pre>`);
