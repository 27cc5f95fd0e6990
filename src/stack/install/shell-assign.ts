import type { Assignment, Command, CommandArgument } from "unbash";
import type { Doubt } from "./helm-call.ts";
import type { Scope } from "./shell-scope.ts";
import {
  isList,
  joined,
  knownValue,
  type ShellValue,
  type ShellVariable,
  TooMuch,
  unknownValue,
} from "./shell-value.ts";
import { fieldsOf, wordValue } from "./shell-words.ts";

/** No array of arguments is that long; one that doubles line after line would take all memory. */
const maxItems = 1000;

/** Carries out the assignments of a command without a name: `A=1 B=2`. */
export const assignAll = ({ prefix }: Command, scope: Scope): void => {
  for (const one of prefix) if (one.type === "Assignment") scope.set(one.name, assigned(one, scope));
};

/** Carries out `export A=1`, `local A`, `readonly A=1` and the like; answers what it cannot follow. */
export const declareAll = (command: Command, scope: Scope): Doubt | undefined => {
  const name = command.name?.value ?? "";
  const isGlobal = command.args.some((arg) => arg.type === "Word" && /^-[A-Za-z]*g/.test(arg.value));
  // Outside a function bash refuses it.
  if (name === "local" && scope.locals === null) return undefined;
  const isLocal = ["local", "declare", "typeset"].includes(name) && !isGlobal && scope.locals !== null;
  for (const arg of command.args) {
    const declared = declaration(arg, scope);
    if (declared === "option") continue;
    if (declared === "unknown")
      return { message: `It is not known which variable \`${name}\` sets here`, start: arg.pos, end: arg.end };
    if (isLocal && !scope.locals?.has(declared.name)) scope.locals?.set(declared.name, scope.get(declared.name));
    if (declared.value !== undefined) scope.set(declared.name, declared.value);
    else if (isLocal) scope.unset(declared.name);
    if (name === "export" || command.args.some((one) => one.type === "Word" && /^-[A-Za-z]*x/.test(one.value)))
      scope.export(declared.name);
    if (name === "readonly" || command.args.some((one) => one.type === "Word" && /^-[A-Za-z]*r/.test(one.value)))
      scope.seal(declared.name);
  }
  return undefined;
};

interface DeclaredVariable {
  readonly name: string;
  /** Undefined: it is only named. */
  readonly value: ShellVariable | undefined;
}

const declaration = (arg: CommandArgument, scope: Scope): DeclaredVariable | "option" | "unknown" => {
  if (arg.type === "Assignment") return { name: arg.name, value: assigned(arg, scope) };
  const fields = fieldsOf([arg], scope);
  const [field] = fields;
  if (field === undefined) return "option";
  if (fields.length > 1 || !field.value.known) return "unknown";
  const { text } = field.value;
  if (/^[-+]/.test(text)) return "option";
  // `export "A=$B"` is a word to the parser and an assignment to bash.
  const [, name, append, value] = /^([A-Za-z_]\w*)(?:(\+?)=(.*))?$/s.exec(text) ?? [];
  if (name === undefined) return "unknown";
  if (value === undefined) return { name, value: undefined };
  return { name, value: append === "+" ? unknownValue(`${name} is appended to`) : knownValue(value) };
};

/** An array of which nothing is known; who assigns a text to it changes the first item alone. */
const someItems = (why: string): ShellVariable => [unknownValue(why), unknownValue(why)];

/** The value that an assignment gives. */
export const assigned = ({ name, value, append, index }: Assignment, scope: Scope): ShellVariable => {
  if (index !== undefined) return someItems(`one element of ${name} is set apart`);
  const held = append === true ? scope.get(name) : undefined;
  if (value.type === "ArrayValue") {
    // `A=([3]=x)` names places.
    if (value.elements.some(({ text }) => /^\[.*\]\+?=/s.test(text)))
      return someItems(`elements of ${name} are set apart`);
    const items = fieldsOf(value.elements, scope).map((field) => field.value);
    const all = [...(held === undefined ? [] : isList(held) ? held : [held]), ...items];
    scope.spend(all.length);
    if (all.length > maxItems) throw new TooMuch();
    return all;
  }
  // A home folder's name differs from machine to machine.
  const text: ShellValue = /^~|:~/.test(value.text)
    ? unknownValue(`${value.text} begins with a home folder`)
    : wordValue(value, scope);
  const former = scope.get(name);
  if (former !== undefined && isList(former)) {
    const [first = knownValue(""), ...rest] = former;
    return [append === true ? joined([first, text]) : text, ...rest];
  }
  return held === undefined || isList(held) ? text : joined([held, text]);
};
