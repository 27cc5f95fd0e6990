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
import { type Field, isList, joined, known, root, unknown, type Value, type Variable } from "./shell-value.ts";

/** The arguments that words become, as bash would split them. */
export const fieldsOf = (words: readonly CommandArgument[], scope: Scope): readonly Field[] =>
  words.flatMap((word) => {
    const values = word.type === "Word" ? expand(word, scope) : [unknown("an assignment among the arguments")];
    return values.map((value) => ({ value, start: word.pos, end: word.end }));
  });

/** One word in a place where bash does not split, such as the right side of an assignment. */
export const textOf = (word: Word, scope: Scope): Value => {
  const text =
    word.parts === undefined
      ? literal(word.value)
      : joined(word.parts.map((part) => oneText(partValues(part, scope), scope)));
  scope.spend(text.known ? text.text.length + 1 : 1);
  return text;
};

/** Several values in a row, as `"$*"` joins them. */
const oneText = (values: readonly Value[], scope: Scope): Value =>
  values.length > 1 && scope.get("IFS") !== undefined ? unknown("IFS is set, which joins it") : joined(values, " ");

/** A NUL ends a string in bash; here it marks the repository root. */
const literal = (text: string): Value =>
  text.includes(root) ? unknown("it holds a NUL, which no argument can") : known(text);

const expand = (word: Word, scope: Scope): readonly Value[] => {
  // `~/…` is refused as what it is wherever a path may stand.
  if (/^~(?!\/)/.test(word.text)) return [unknown(`${word.text} begins with a home folder`)];
  if (word.parts === undefined) return [literal(word.value)];
  const fields: Value[] = [];
  let current: Value[] = [];
  let begun = false;
  const close = () => {
    if (begun) fields.push(joined(current));
    current = [];
    begun = false;
  };
  for (const part of word.parts) {
    // Pieces of which every one but the first begins a new argument; null is no text, only the gap.
    const pieces = isExpansion(part) ? split(partValues(part, scope), scope) : partValues(part, scope);
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

/** Unquoted, a value is split at white space, and an empty one is no argument at all; white space at its ends parts it from what stands beside it. */
const split = (values: readonly Value[], scope: Scope): readonly (Value | null)[] => {
  const separators = scope.get("IFS") ?? known(" \t\n");
  return values.flatMap((value): readonly (Value | null)[] => {
    if (!value.known || value.text === "") return value.known ? (values.length > 1 ? [null] : []) : [value];
    if (isList(separators) || !separators.known) return [unknown("IFS, which splits it, is not known")];
    if (/[^ \t\n]/.test(separators.text)) {
      const apart = [...separators.text].some((separator) => value.text.includes(separator));
      return apart ? [unknown("IFS splits it in a way that is not followed")] : [value];
    }
    const pieces: string[] = [""];
    for (const character of value.text)
      if (!separators.text.includes(character)) pieces.push((pieces.pop() ?? "") + character);
      else if (pieces.at(-1) !== "" || pieces.length === 1) pieces.push("");
    return pieces.map((text) => (text === "" ? null : known(text)));
  });
};

/** What a part of a word stands for: several values only for `"$@"` and `"${list[@]}"`. */
const partValues = (part: WordPart, scope: Scope): readonly Value[] => {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return [literal(part.value)];
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
  const all = parts.map((part) => ({ part, values: partValues(part, scope) }));
  if (parts.length === 1) return isStar(only) ? [oneText(all[0]?.values ?? [], scope)] : (all[0]?.values ?? []);
  const texts = all.map(({ part, values }) => {
    // `"a$@b"` is as many arguments as there are values.
    if (values.length === 1 || isStar(part)) return oneText(values, scope);
    return values.length === 0 ? known("") : unknown(`${part.text} is several arguments here`);
  });
  return [joined(texts)];
};

/** `$*` and `${list[*]}`: one text where it is quoted. */
const isStar = (part: DoubleQuotedChild): boolean =>
  (part.type === "SimpleExpansion" && part.text === "$*") ||
  (part.type === "ParameterExpansion" && (part.parameter === "*" || part.index?.text === "*"));

/** A list without an index is its first item, unless it is that of the arguments. */
const values = (variable: Variable | undefined, name: string): readonly Value[] => {
  if (variable === undefined) return [unset(name)];
  if (!isList(variable)) return [variable];
  return name === "@" || name === "*" ? variable : [variable[0] ?? unset(name)];
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
    if (value?.known && more.length === 0) return [known(value.text.replace(/\/[^/]*$/, ""))];
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
  const [first] = held === undefined ? [] : values(held, part.parameter);
  const isEmpty = first?.known === true && first.text === "";
  // Whether it is set, or empty, decides.
  if (first?.known === false && held !== undefined) return [first];
  const isSet = held !== undefined && !(operator.startsWith(":") && isEmpty);
  if (operator.endsWith("+")) return [isSet ? textOf(operand, scope) : known("")];
  if (isSet) return values(held, part.parameter);
  if (operator.endsWith("?")) return [unset(part.parameter)];
  const value = textOf(operand, scope);
  if (operator.endsWith("=")) scope.set(part.parameter, value);
  return [value];
};

const commandOutput = (part: CommandExpansionPart, scope: Scope): Value =>
  substitution(part.script, textOf, scope) ??
  unknown(
    `${part.text.length > 60 ? `${part.text.slice(0, 60)}…` : part.text} is a command substitution, which is not executed`,
  );
