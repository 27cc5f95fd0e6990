/**
 * Control characters could move the cursor and rewrite what was printed; tabs and line feeds are text. Marks of the
 * writing direction (https://trojansource.codes), what has no width, and the line separators that only some programs
 * obey show a reader other text than there is. The selector of an emoji's colours is ours as well, and stays.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]|(?!\ufe0f)\p{Default_Ignorable_Code_Point}/gu;

/**
 * A text from a file or a tool as a terminal, a log or a page may show it: what nobody sees is
 * the replacement character.
 */
export const visible = (text: string): string => text.replaceAll("\r\n", "\n").toWellFormed().replace(unseen, "\ufffd");
