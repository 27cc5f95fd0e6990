/** YAML or JSON documents as one text, for one kubectl. */
export const joinDocuments = (texts: readonly string[]): string =>
  texts.map((text) => (text.startsWith("---") ? text : `---\n${text}`)).join("\n");
