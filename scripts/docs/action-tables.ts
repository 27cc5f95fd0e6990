import { isObject, type JsonObject } from "../../src/kubernetes/manifest.ts";

/** The inputs of action.yml as a Markdown table. */
export const inputsTable = (action: unknown): string =>
  [
    "| Input | Default | Meaning |",
    "| --- | --- | --- |",
    ...entries(action, "inputs").map(
      ([name, { default: value, description }]) =>
        `| \`${name}\` | ${value === undefined ? "" : `\`${value}\``} | ${description} |`,
    ),
  ].join("\n");

/** The outputs of action.yml as a Markdown table. */
export const outputsTable = (action: unknown): string =>
  [
    "| Output | Meaning |",
    "| --- | --- |",
    ...entries(action, "outputs").map(([name, { description }]) => `| \`${name}\` | ${description} |`),
  ].join("\n");

/**
 * The text with what stands between `<!-- begin <name> -->` and `<!-- end <name> -->` replaced. Throws
 * where the marks are not there.
 */
export const replaceGenerated = (text: string, name: string, content: string): string => {
  const begin = `<!-- begin ${name} -->`;
  const end = `<!-- end ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The marks of ${name} are not in the text`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
};

/** Name and declaration of everything in one part of action.yml. */
export const entries = (action: unknown, part: string): readonly (readonly [string, JsonObject])[] => {
  const found = isObject(action) ? action[part] : undefined;
  if (!isObject(found)) throw new Error(`action.yml has no ${part}`);
  return Object.entries(found).map(([name, value]) => [name, isObject(value) ? value : {}]);
};
