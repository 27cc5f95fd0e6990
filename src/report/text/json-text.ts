/**
 * A value as JSON for a file or for stdout. In a workflow the runner looks for commands in what is printed: none begins
 * a line of JSON, and in the middle of one it knows those that begin with `##[`, which JSON can write otherwise.
 */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replaceAll("##[", "##\\u005b")}\n`;
