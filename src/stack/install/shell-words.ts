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
import {
  type Field,
  isList,
  joined,
  knownValue,
  root,
  type ShellValue,
  type ShellVariable,
  unknownValue,
} from "./shell-value.ts";

/** The arguments that words become, as bash would split them. */
export const fieldsOf = (words: readonly CommandArgument[], scope: Scope): readonly Field[] =>
  words.flatMap((word) => {
    const values = word.type === "Word" ? expand(word, scope) : [unknownValue("an assignment among the arguments")];
    return values.map((value) => ({ value, start: word.pos, end: word.end }));
  });

/** One word in a place where bash does not split, such as the right side of an assignment. */
export const wordValue = (word: Word, scope: Scope): ShellValue => {
  const text =
    word.parts === undefined
      ? literal(word.value)
      : joined(word.parts.map((part) => oneText(partValues(part, scope), scope)));
  scope.spend(text.known ? text.text.length + 1 : 1);
  return text;
};

/** Several values in a row, as `"$*"` joins them. */
const oneText = (values: readonly ShellValue[], scope: Scope): ShellValue =>
  values.length > 1 && scope.get("IFS") !== undefined
    ? unknownValue("IFS is set, which joins it")
    : joined(values, " ");

/** A NUL ends a string in bash; here it marks the repository root. */
const literal = (text: string): ShellValue =>
  text.includes(root) ? unknownValue("it holds a NUL, which no argument can") : knownValue(text);

const expand = (word: Word, scope: Scope): readonly ShellValue[] => {
  // `~/…` is refused as what it is wherever a path may stand.
  if (/^~(?!\/)/.test(word.text)) return [unknownValue(`${word.text} begins with a home folder`)];
  if (word.parts === undefined) return [literal(word.value)];
  const fields: ShellValue[] = [];
  let current: ShellValue[] = [];
  let begun = false;
  const close = () => {
    if (begun) fields.push(joined(current));
    current = [];
    begun = false;
  };
  for (const part of word.parts) {
    // Every piece but the first begins a new argument; null is a gap without a text.
    const pieces = isExpansion(part) ? splitPart(part, scope) : partValues(part, scope);
    pieces.forEach((piece, index) => {
      if (index > 0) close();
      if (piece === null) return;
      current.push(piece);
      begun = true;
    });
  }
  close();
  for (const field of fields) scope.spend(field.known ? field.text.length + 1 : 1);
  return fields;
};

const isExpansion = (part: WordPart): boolean =>
  part.type === "SimpleExpansion" || part.type === "ParameterExpansion" || part.type === "CommandExpansion";

/** Inside `${A:-"b c"}` the quotes hold, as nowhere else in what is split. */
const splitPart = (part: WordPart, scope: Scope): readonly (ShellValue | null)[] => {
  const values = partValues(part, scope);
  if (part.type !== "ParameterExpansion" || part.operation?.type !== "Default") return split(values, scope);
  const quotes = part.operation.operand.parts?.filter(({ type }) => /Quote|String/.test(type)) ?? [];
  const kept = quotes.flatMap((one) => partValues(one, scope));
  return kept.some((value) => value.known && !/^[^ \t\n]+$/.test(value.text))
    ? [tooClever(part)]
    : split(values, scope);
};

/**
 * Unquoted, a value is split at white space, and an empty one is no argument at all; white space at its ends parts it
 * from what stands beside it.
 */
const split = (values: readonly ShellValue[], scope: Scope): readonly (ShellValue | null)[] => {
  const separators = scope.get("IFS") ?? knownValue(" \t\n");
  return values.flatMap((value): readonly (ShellValue | null)[] => {
    if (!value.known || value.text === "") return value.known ? (values.length > 1 ? [null] : []) : [value];
    if (isList(separators) || !separators.known) return [unknownValue("IFS, which splits it, is not known")];
    if (/[^ \t\n]/.test(separators.text)) {
      const apart = [...separators.text].some((separator) => value.text.includes(separator));
      return apart ? [unknownValue("IFS splits it in a way that is not followed")] : [value];
    }
    const pieces: string[] = [""];
    for (const character of value.text)
      if (!separators.text.includes(character)) pieces.push((pieces.pop() ?? "") + character);
      else if (pieces.at(-1) !== "" || pieces.length === 1) pieces.push("");
    return pieces.map((text) => (text === "" ? null : knownValue(text)));
  });
};

/** What a part of a word stands for: several values only for `"$@"` and `"${list[@]}"`. */
const partValues = (part: WordPart, scope: Scope): readonly ShellValue[] => {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return [literal(part.value)];
    case "Glob":
      return [knownValue(part.text)];
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
      return [unknownValue(`${part.text} is known only to the running shell`)];
  }
};

const quoted = (parts: readonly DoubleQuotedChild[], scope: Scope): readonly ShellValue[] => {
  const [only] = parts;
  if (only === undefined) return [knownValue("")];
  const all = parts.map((part) => ({ part, values: partValues(part, scope) }));
  if (parts.length === 1) return isStar(only) ? [oneText(all[0]?.values ?? [], scope)] : (all[0]?.values ?? []);
  const texts = all.map(({ part, values }) => {
    // `"a$@b"` is as many arguments as there are values.
    if (values.length === 1 || isStar(part)) return oneText(values, scope);
    return values.length === 0 ? knownValue("") : unknownValue(`${part.text} is several arguments here`);
  });
  return [joined(texts)];
};

/** `$*` and `${list[*]}`: one text where it is quoted. */
const isStar = (part: DoubleQuotedChild): boolean =>
  (part.type === "SimpleExpansion" && part.text === "$*") ||
  (part.type === "ParameterExpansion" && (part.parameter === "*" || part.index?.text === "*"));

/** A list without an index is its first item, unless it is that of the arguments. */
const values = (variable: ShellVariable | undefined, name: string): readonly ShellValue[] => {
  if (variable === undefined) return [unset(name)];
  if (!isList(variable)) return [variable];
  return name === "@" || name === "*" ? variable : [variable[0] ?? unset(name)];
};

const unset = (name: string): ShellValue => {
  if (/^\d+$/.test(name)) return unknownValue(`it is argument ${name} of the script`);
  const why = `${name} is not set in the script`;
  return /^[A-Za-z_]\w*$/.test(name) ? { known: false, why, variable: name } : unknownValue(why);
};

const parameter = (part: ParameterExpansionPart, scope: Scope): readonly ShellValue[] => {
  const { parameter: name, operation, index } = part;
  if (part.prefix !== undefined) return [unknownValue(`${part.text} is known only to the running shell`)];
  const held = scope.get(name);
  if (index !== undefined) {
    const values = element(held, index.text, name);
    // A default is of no account where there is a value.
    const isSet = operation?.type === "Default" && /^:?[-=?]$/.test(operation.operator) && isText(values);
    return operation === undefined || isSet ? values : [tooClever(part)];
  }
  if (operation === undefined) return values(held, name);
  if (operation.type === "Default") return withDefault(part, operation.operator, operation.operand, scope);
  if (operation.type === "Remove" && operation.operator === "%" && operation.operand.text === "/*") {
    const [value, ...more] = values(held, name);
    if (value?.known && more.length === 0) return [knownValue(value.text.replace(/\/[^/]*$/, ""))];
  }
  return [tooClever(part)];
};

const element = (held: ShellVariable | undefined, index: string, name: string): readonly ShellValue[] => {
  if (held === undefined) return [unset(name)];
  if (!isList(held)) return index === "0" || index === "@" || index === "*" ? [held] : [unset(`${name}[${index}]`)];
  if (index === "@" || index === "*") return held;
  const item = /^\d+$/.test(index) ? held[Number(index)] : undefined;
  return [item ?? unset(`${name}[${index}]`)];
};

const isText = ([value, ...more]: readonly ShellValue[]): boolean =>
  value?.known === true && value.text !== "" && more.length === 0;

const tooClever = (part: ParameterExpansionPart): ShellValue => unknownValue(`${part.text} is more than is read here`);

const withDefault = (
  part: ParameterExpansionPart,
  operator: string,
  operand: Word,
  scope: Scope,
): readonly ShellValue[] => {
  const held = scope.get(part.parameter);
  const [first] = held === undefined ? [] : values(held, part.parameter);
  const isEmpty = first?.known === true && first.text === "";
  // Whether it is set, or empty, decides.
  if (first?.known === false && held !== undefined) return [first];
  const isSet = held !== undefined && !(operator.startsWith(":") && isEmpty);
  if (operator.endsWith("+")) return [isSet ? wordValue(operand, scope) : knownValue("")];
  if (isSet) return values(held, part.parameter);
  if (operator.endsWith("?")) return [unset(part.parameter)];
  const value = wordValue(operand, scope);
  if (operator.endsWith("=")) scope.set(part.parameter, value);
  return [value];
};

const commandOutput = (part: CommandExpansionPart, scope: Scope): ShellValue =>
  substitution(part.script, wordValue, scope) ??
  unknownValue(
    `${part.text.length > 60 ? `${part.text.slice(0, 60)}…` : part.text} is a command substitution, which is not executed`,
  );
