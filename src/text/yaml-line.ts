import type { Edit } from "../core/finding.ts";
import { lineOf } from "./line-of.ts";
import type { YamlFile } from "./yaml-file.ts";

/**
 * The line with `key` becomes `line`, with its indentation and its comment. Null, as of all of these, where the line
 * (from 1) is not one key in block style: a person has to do it then.
 */
export const lineReplaced = (file: YamlFile, number: number, key: string, line: string): Edit | null => {
  const found = keyLine(file, number, key);
  if (found === null) return null;
  const at = found.text.search(/\s#/);
  const comment = at === -1 ? "" : found.text.slice(found.text.slice(0, at).trimEnd().length);
  return { file: file.file, startLine: number, endLine: number, text: found.lead + line + comment };
};

/** Puts lines before the one with `key`, as its siblings. */
export const linesBefore = (file: YamlFile, number: number, key: string, added: readonly string[]): Edit | null => {
  const found = keyLine(file, number, key);
  if (found === null) return null;
  const [head = "", ...rest] = added;
  const own = `${" ".repeat(found.lead.length)}${found.text.slice(found.lead.length)}`;
  const text = [found.lead + head, ...rest.map((one) => " ".repeat(found.lead.length) + one), own].join("\n");
  return { file: file.file, startLine: number, endLine: number, text };
};

/** Puts lines after the one with `key`, as its siblings. */
export const linesAfter = (file: YamlFile, number: number, key: string, added: readonly string[]): Edit | null => {
  const found = keyLine(file, number, key);
  if (found === null) return null;
  const text = [found.text, ...added.map((one) => " ".repeat(found.lead.length) + one)].join("\n");
  return { file: file.file, startLine: number, endLine: number, text };
};

/**
 * The line, where it holds that key in block style and nothing else; `lead` is what stands before the key:
 * blanks and the dashes of lists.
 */
const keyLine = (
  file: YamlFile,
  number: number,
  key: string,
): { readonly text: string; readonly lead: string } | null => {
  const text = lineOf(file, number);
  const [, lead = "", quote = "", rest = ""] = /^([ -]*)(["']?)([\s\S]*)$/.exec(text) ?? [];
  const after = rest.slice(key.length);
  return rest.startsWith(key) && new RegExp(`^${quote}\\s*:(?:\\s+[^{\\[&*|>]|\\s*$)`).test(after)
    ? { text, lead }
    : null;
};

/** Another name for `key`; what stands after it stays. */
export const keyRenamed = (file: YamlFile, number: number, key: string, wanted: string): Edit | null => {
  const text = lineOf(file, number);
  const [, lead = "", quote = "", rest = ""] = /^([ -]*)(["']?)([\s\S]*)$/.exec(text) ?? [];
  if (!rest.startsWith(`${key}${quote}:`)) return null;
  const changed = `${lead}${quote}${wanted}${rest.slice(key.length)}`;
  return { file: file.file, startLine: number, endLine: number, text: changed };
};
