/** Control characters could move the cursor and rewrite what was printed; tabs and line feeds are text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A text from a file or a tool as a terminal may show it. */
export const visible = (text: string): string => text.replaceAll("\r\n", "\n").replace(control, "\ufffd");
