import type { Assignment, Command } from "unbash";
import type { Scope } from "./shell-scope.ts";
import { isList, known, unknown, type Variable } from "./shell-value.ts";
import { fieldsOf, textOf } from "./shell-words.ts";

/** The script goes on beyond every measure. */
export class TooMuch extends Error {}

/** No array of arguments is that long; one that doubles line after line would take all memory. */
const maxItems = 1000;

/** Carries out the assignments of a command: `A=1 B=2`, or those among the arguments of `export`, `local` and the like. */
export const assignAll = (command: Command, scope: Scope): void => {
  for (const one of [...command.prefix, ...command.args])
    if (one.type === "Assignment") scope.vars.set(one.name, assigned(one, scope));
};

const assigned = ({ name, value, append, index }: Assignment, scope: Scope): Variable => {
  if (index !== undefined) return unknown(`one element of ${name} is set apart`);
  const held = append === true ? scope.get(name) : undefined;
  if (value.type === "ArrayValue") {
    const items = fieldsOf(value.elements, scope).map((field) => field.value);
    if (items.length > maxItems) throw new TooMuch();
    return [...(held === undefined ? [] : isList(held) ? held : [held]), ...items];
  }
  const text = textOf(value, scope);
  if (held === undefined || isList(held)) return text;
  if (!held.known) return held;
  return text.known ? known(held.text + text.text) : text;
};
