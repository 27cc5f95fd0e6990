import type { Path } from "../../kubernetes/manifest.ts";

/** How templates come to a value: by its name, as part of a map that is handed on whole, or not at all. */
export type TemplateReading = "by name" | "whole" | "not";

/**
 * Which values templates read: `.Values.a.b`, `index .Values "a" "b"`. A map that stands in them without one of its
 * keys (`toYaml .Values.a`, `with`, `range`, an argument of `include`) is handed on, and with it all that is in it;
 * asked by `if` alone, it is not. What is not told apart counts as read.
 */
export const templateReads = (texts: readonly string[]): ((path: Path) => TemplateReading) => {
  const named = new Set<string>();
  const whole = new Set<string>();
  for (const text of texts)
    for (const match of text.matchAll(chain)) {
      const steps = stepsOf(text, match);
      if (steps === null) continue;
      for (let length = 1; length <= steps.length; length += 1) named.add(keyOf(steps.slice(0, length)));
      if (!isTest(text, match.index)) whole.add(keyOf(steps));
    }
  return (path) => {
    if (named.has(keyOf(path))) return "by name";
    return path.some((_, length) => whole.has(keyOf(path.slice(0, length)))) ? "whole" : "not";
  };
};

/** A key with a line break in it is taken for two, and may count as read. */
const keyOf = (path: Path): string => path.join("\n");

/** A way into the values, and the names in quotes behind it. */
const chain = /\.Values\b((?:\.\w{1,100})*)((?:[ \t]+"[^"\n]{0,100}")*)/g;

/** Longer than any way of a chart; of a longer one its beginning counts, as a map that is handed on. */
const deepest = 50;

/** Null for the context that a helper is handed, which reads from it what it names itself. */
const stepsOf = (
  text: string,
  { index, 1: dotted = "", 2: quoted = "" }: RegExpExecArray,
): readonly string[] | null => {
  const before = text.slice(Math.max(0, index - 40), index);
  const steps = dotted.split(".", deepest + 1).slice(1);
  if (steps.length === 0 && /"Values"[ \t]+\(?[$.\w]*$/.test(before)) return null;
  // Only these take the names that stand behind: to others they are arguments of their own.
  const named = /\b(?:index|get|hasKey)[ \t]+\(?[$.\w]*$/.test(before) ? [...quoted.matchAll(/"([^"]*)"/g)] : [];
  return [...steps, ...named.map(([, name = ""]) => name)];
};

/** Whether a place of a template stands in the condition of an `if`, which sets no variable. */
const isTest = (text: string, index: number): boolean => {
  const before = text.slice(Math.max(0, index - 300), index);
  const action = before.slice(before.lastIndexOf("{{") + 2);
  return before.includes("{{") && /^-?\s*(?:else\s+)?if\s/.test(action) && !action.includes(":=");
};
