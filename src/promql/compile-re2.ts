import { RE2JS } from "re2js";

/** Instructions of a pattern that people write are some hundreds; matching takes time with their number. */
const mostInstructions = 20_000;

/**
 * A pattern is judged, and then met, for every monitor that has it; the longest of the real
 * chart's takes 10 ms to compile.
 */
const compiled = new Map<string, RE2JS>();
const mostCompiled = 1000;

/**
 * Compiles a pattern of the tree. Throws an Error where RE2 refuses it, and where repetitions in repetitions make it so
 * large that it would take minutes.
 */
export const compileRe2 = (pattern: string): RE2JS => {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (instructionsIn(pattern) > mostInstructions) throw new Error("error parsing regexp: expression is too large");
  const fresh = RE2JS.compile(pattern);
  if (compiled.size >= mostCompiled) compiled.clear();
  compiled.set(pattern, fresh);
  return fresh;
};

/** About as many instructions as RE2 makes of a pattern: `{n,m}` writes out what stands before it so many times. */
const instructionsIn = (pattern: string): number => {
  let [sum, last] = [0, 0];
  const open: number[] = [];
  for (const [piece, least, most] of pattern.matchAll(pieces)) {
    if (piece === "(") {
      open.push(sum + last);
      [sum, last] = [0, 0];
    } else if (piece === ")") [last, sum] = [sum + last, open.pop() ?? 0];
    else if (piece.startsWith("{")) last *= Math.max(1, Number(most ?? 0), Number(least ?? 0));
    else [sum, last] = [sum + last, 1];
  }
  return open.reduce((total, one) => total + one, sum + last);
};

const pieces = /\\.|\(|\)|\{(\d+)(?:,(\d*))?\}|./gs;
