/**
 * The same script in ASCII alone, with an escape for each character beyond it: V8 holds such a text with a byte a
 * character, else every character takes two. Throws where an escape would mean something else.
 */
export const asciiScript = (script: string): string => {
  const unlike = /\\[^\0-\x7f]|String\.raw\s*`[^`]*[^\0-\x7f]/.exec(script);
  if (unlike !== null) throw new Error(`this cannot be written in ASCII: ${unlike[0]}`);
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
};
