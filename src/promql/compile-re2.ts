import { RE2JS } from "re2js";

/** Instructions of a pattern that people write are some hundreds; matching takes time with their number. */
const mostInstructions = 20_000;

/** Compiles a pattern of the tree. Throws an Error where RE2 refuses it, and where repetitions in repetitions make it so large that it would take minutes. */
export const compileRe2 = (pattern: string): RE2JS => {
  if (instructionsIn(pattern) > mostInstructions) throw new Error("error parsing regexp: expression is too large");
  return RE2JS.compile(pattern);
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
