import escapeHtml from "escape-html";
import { visible } from "../text/visible.ts";

/** An element with attributes, and what stands in it: elements, or a text that {@link xmlText} made. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] = [],
): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  const start = `<${name}${written.join("")}`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join("")}</${name}>`;
};

/**
 * Any text as content or in an attribute. XML has no place for some characters, which are replaced; a reader makes
 * spaces of line feeds and tabs in attributes; and in a workflow's log no line may look like a command to the runner.
 */
export const xmlText = (text: string): string =>
  escapeHtml(visible(text).replaceAll(/[\ufffe\uffff]/g, "\ufffd"))
    .replaceAll("\n", "&#10;")
    .replaceAll("\t", "&#9;")
    .replaceAll("##[", "##&#91;");
