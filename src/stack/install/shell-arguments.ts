import type { Command } from "unbash";
import type { Scope } from "./shell-scope.ts";
import type { ShellValue } from "./shell-value.ts";
import { fieldsOf } from "./shell-words.ts";

/** `set -- a b` gives the script, or the function that runs, other arguments; options alone leave them. */
export const setArguments = (command: Command, scope: Scope): void => {
  const fields = fieldsOf(command.args, scope);
  for (let at = 0; at < fields.length; at += 1) {
    const value = fields[at]?.value;
    if (value?.known !== true) {
      scope.args = null;
      return;
    }
    const isEnd = value.text === "--" || value.text === "-";
    if (isEnd || !/^[-+]/.test(value.text)) {
      // A lone `-` without words leaves them.
      if (value.text !== "-" || at + 1 < fields.length) scope.args = valuesFrom(fields, isEnd ? at + 1 : at);
      return;
    }
    if (/^[-+].*o$/.test(value.text)) at += 1;
  }
};

const valuesFrom = (fields: ReturnType<typeof fieldsOf>, start: number): readonly ShellValue[] =>
  fields.slice(start).map(({ value }) => value);

/** `shift` and `shift 2`. */
export const shiftArguments = (command: Command, scope: Scope): void => {
  const [count, ...more] = fieldsOf(command.args, scope);
  const text = count === undefined ? "1" : count.value.known ? count.value.text : "";
  if (more.length > 0 || !/^\d{1,6}$/.test(text) || scope.args === null) scope.args = null;
  // More than there are: bash leaves them as they are.
  else if (Number(text) <= scope.args.length) scope.args = scope.args.slice(Number(text));
};

/** Whether a command may give the script other arguments. */
export const movesArguments = (command: Command): boolean => {
  const name = command.name?.value;
  if (name === "shift") return true;
  if (name !== "set") return false;
  const words = command.args.map(({ text }) => text);
  return words.some((word, index) => /^-?-?$|^[^-+]/.test(word) && !/^[-+].*o$/.test(words[index - 1] ?? ""));
};
