import { posix } from "node:path";
import type {
  CommandArgument,
  CommandExpansionPart,
  DoubleQuotedChild,
  ParameterExpansionPart,
  Word,
  WordPart,
} from "unbash";
import type { Scope } from "./shell-scope.ts";
import { substitution } from "./shell-substitution.ts";
import { type Field, isList, joined, known, unknown, type Value, type Variable } from "./shell-value.ts";

/** The arguments that words become, as bash would split them. */
export const fieldsOf = (words: readonly CommandArgument[], scope: Scope): readonly Field[] =>
  words.flatMap((word) => {
    const values = word.type === "Word" ? expand(word, scope) : [unknown("an assignment among the arguments")];
    return values.map((value) => ({ value, start: word.pos, end: word.end }));
  });

/** One word in a place where bash does not split, such as the right side of an assignment. */
export const textOf = (word: Word, scope: Scope): Value =>
  word.parts === undefined ? known(word.value) : joined(word.parts.map((part) => joined(partValues(part, scope), " ")));

const expand = (word: Word, scope: Scope): readonly Value[] => {
  if (word.parts === undefined) return [known(word.value)];
  const fields: Value[] = [];
  let current: Value[] = [];
  let begun = false;
  const close = () => {
    if (begun) fields.push(joined(current));
    current = [];
    begun = false;
  };
  for (const part of word.parts) {
    const pieces = isExpansion(part) ? split(partValues(part, scope)) : partValues(part, scope);
    pieces.forEach((piece, index) => {
      if (index > 0) close();
      current.push(piece);
      begun = true;
    });
  }
  close();
  return fields;
};

const isExpansion = (part: WordPart): boolean =>
  part.type === "SimpleExpansion" || part.type === "ParameterExpansion" || part.type === "CommandExpansion";

/** Unquoted, a value is split at white space, and an empty one is no argument at all. */
const split = (values: readonly Value[]): readonly Value[] =>
  values.flatMap((value) =>
    value.known
      ? value.text
          .split(/[ \t\n]+/)
          .filter((text) => text !== "")
          .map(known)
      : [value],
  );

/** What a part of a word stands for: several values only for `"$@"` and `"${list[@]}"`. */
const partValues = (part: WordPart, scope: Scope): readonly Value[] => {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return [known(part.value)];
    case "Glob":
      return [known(part.text)];
    case "DoubleQuoted":
    case "LocaleString":
      return quoted(part.parts, scope);
    case "SimpleExpansion":
      return values(scope.get(part.text.slice(1)), part.text.slice(1));
    case "ParameterExpansion":
      return parameter(part, scope);
    case "CommandExpansion":
      return [commandOutput(part, scope)];
    default:
      return [unknown(`${part.text} is known only to the running shell`)];
  }
};

const quoted = (parts: readonly DoubleQuotedChild[], scope: Scope): readonly Value[] => {
  const [only] = parts;
  if (only === undefined) return [known("")];
  const all = parts.map((part) => partValues(part, scope));
  return parts.length === 1 ? (all[0] ?? []) : [joined(all.map((some) => joined(some, " ")))];
};

const values = (variable: Variable | undefined, name: string): readonly Value[] => {
  if (variable === undefined) return [unset(name)];
  return isList(variable) ? variable : [variable];
};

const unset = (name: string): Value =>
  unknown(/^\d+$/.test(name) ? `it is argument ${name} of the script` : `${name} is not set in the script`);

const parameter = (part: ParameterExpansionPart, scope: Scope): readonly Value[] => {
  const { parameter: name, operation, index } = part;
  if (part.prefix !== undefined) return [unknown(`${part.text} is known only to the running shell`)];
  const held = scope.get(name);
  if (index !== undefined) return operation === undefined ? element(held, index.text, name) : [tooClever(part)];
  if (operation === undefined) return values(held, name);
  if (operation.type === "Default") return withDefault(part, operation.operator, operation.operand, scope);
  if (operation.type === "Remove" && operation.operator === "%" && operation.operand.text === "/*") {
    const [value, ...more] = values(held, name);
    if (value?.known && more.length === 0) return [known(posix.dirname(value.text))];
  }
  return [tooClever(part)];
};

const element = (held: Variable | undefined, index: string, name: string): readonly Value[] => {
  if (held === undefined) return [unset(name)];
  if (!isList(held)) return index === "0" || index === "@" || index === "*" ? [held] : [unset(`${name}[${index}]`)];
  if (index === "@" || index === "*") return held;
  const item = /^\d+$/.test(index) ? held[Number(index)] : undefined;
  return [item ?? unset(`${name}[${index}]`)];
};

const tooClever = (part: ParameterExpansionPart): Value => unknown(`${part.text} is more than is read here`);

const withDefault = (part: ParameterExpansionPart, operator: string, operand: Word, scope: Scope): readonly Value[] => {
  const held = scope.get(part.parameter);
  const isEmpty = held !== undefined && !isList(held) && held.known && held.text === "";
  const isSet = held !== undefined && !(operator.startsWith(":") && isEmpty);
  if (operator.endsWith("+")) return [isSet ? textOf(operand, scope) : known("")];
  if (isSet) return values(held, part.parameter);
  if (operator.endsWith("?")) return [unset(part.parameter)];
  const value = textOf(operand, scope);
  if (operator.endsWith("=")) scope.vars.set(part.parameter, value);
  return [value];
};

const commandOutput = (part: CommandExpansionPart, scope: Scope): Value =>
  substitution(part.script, (word) => textOf(word, scope), scope) ??
  unknown(
    `${part.text.length > 60 ? `${part.text.slice(0, 60)}…` : part.text} is a command substitution, which is not executed`,
  );
