/** The script goes on beyond every measure. */
export class TooMuch extends Error {}

/** A word of a script after expansion, or why nobody knows it without running the script. */
export type ShellValue =
  | { readonly known: true; readonly text: string }
  /**
   * `prefix` is what is known to stand in front, such as `--version=`; `variable` the one that is all of the rest, and
   * that the script leaves to its environment.
   */
  | { readonly known: false; readonly why: string; readonly prefix?: string; readonly variable?: string };

/** A variable holds a text or, as an array, several. */
export type ShellVariable = ShellValue | readonly ShellValue[];

/** One argument of a command with its place in the script, as offsets. */
export interface Field {
  readonly value: ShellValue;
  readonly start: number;
  readonly end: number;
}

/**
 * The repository root, as the first character of an absolute path inside a script: `${root}/prometheus-stack/upstream`
 * is the folder that `$(dirname "$0")` gives. No text of a script can hold a NUL.
 */
export const root = "\u0000";

export const knownValue = (text: string): ShellValue => ({ known: true, text });
export const unknownValue = (why: string): ShellValue => ({ known: false, why });

export const isList = (variable: ShellVariable): variable is readonly ShellValue[] => Array.isArray(variable);

/** No argument of an install line is that long: `A=$A$A`, line after line, would take all memory. */
const maxLength = 64 * 1024;

/** The parts in a row; unknown as soon as one of them is. */
export const joined = (values: readonly ShellValue[], separator = ""): ShellValue => {
  const texts: string[] = [];
  for (const [index, value] of values.entries()) {
    if (!value.known) {
      const { variable, ...rest } = value;
      const ends = index === values.length - 1 && variable !== undefined;
      return { ...rest, ...(ends ? { variable } : {}), prefix: [...texts, value.prefix ?? ""].join(separator) };
    }
    texts.push(value.text);
  }
  const text = texts.join(separator);
  return text.length > maxLength ? unknownValue(`it is longer than ${maxLength} characters`) : knownValue(text);
};
