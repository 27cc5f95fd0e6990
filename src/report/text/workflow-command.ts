import type { Annotation } from "../annotations.ts";

/** The runner's own escapes for the text of a command. */
export const escaped = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapedProperty = (text: string): string => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/**
 * Annotations as commands to the runner, a line each:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export const renderAnnotations = (annotations: readonly Annotation[]): string =>
  annotations.map((annotation) => `${commandOf(annotation)}\n`).join("");

const commandOf = ({ level, title, message, ...place }: Annotation): string => {
  const properties = {
    title,
    file: place.file,
    line: place.startLine,
    endLine: place.endLine,
    col: place.startColumn,
    endColumn: place.endColumn,
  };
  const told = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapedProperty(String(value))}`],
  );
  return `::${level} ${told.join(",")}::${escaped(message)}`;
};
