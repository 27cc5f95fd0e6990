/**
 * The same script in ASCII alone, with an escape for each character beyond it: V8 holds such a text with a byte a
 * character, else every character takes two. Throws where an escape would mean something else.
 */
export const asciiScript = (script: string): string => {
  const unlike = /\\[^\0-\x7f]|String\.raw\s*`[^`]*[^\0-\x7f]/.exec(script);
  if (unlike !== null) throw new Error(`this cannot be written in ASCII: ${unlike[0]}`);
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
};

/**
 * The same bundle of ncc's without the parentheses around each of its modules: V8 compiles what stands in them as soon
 * as it reads it, and most modules are not needed in most runs. Throws where they are not as webpack writes them.
 */
export const lazyModules = (bundle: string): string => {
  let [opened, closed] = [0, 0];
  const lazy = bundle
    .replace(/^\/\*\*\*\/ \((\(.*\) => \{|function\(.*\) \{)$/gm, (_, head: string) => {
      opened += 1;
      return `/***/ ${head}`;
    })
    .replace(/^\/\*\*\*\/ \}\)(,?)$/gm, (_, comma: string) => {
      closed += 1;
      return `/***/ }${comma}`;
    });
  if (opened === 0 || opened !== closed) throw new Error(`${opened} modules begin, and ${closed} end`);
  return lazy;
};
