import { posix } from "node:path";
import type { CommandNode, ParsedScript, Pipeline, Word } from "unbash";
import type { Scope } from "./shell-scope.ts";
import { knownValue, root, type ShellValue } from "./shell-value.ts";

/**
 * The output of the few command substitutions by which scripts find their own folder or the repository's root;
 * undefined for every other: nothing is executed.
 */
export const substitution = (
  script: ParsedScript | undefined,
  textOf: (word: Word, scope: Scope) => ShellValue,
  scope: Scope,
): ShellValue | undefined => {
  const [statement, ...others] = script?.commands ?? [];
  if (statement === undefined || others.length > 0 || script?.errors !== undefined) return undefined;
  const { command } = statement;
  const commands =
    command.type === "AndOr" && command.operators.every((op) => op === "&&") ? command.commands : [command];
  const inner = scope.child();
  let output: ShellValue | undefined;
  for (const one of commands as readonly (CommandNode | Pipeline)[]) {
    const words = wordsOf(one, (word) => textOf(word, inner));
    // A function of the script stands in for a program of the same name.
    if (words === undefined || output !== undefined || inner.function(words[0] ?? "") !== undefined) return undefined;
    if (words[0] === "cd") inner.enter(knownValue(cdOperand(words.slice(1)) ?? ""));
    else output = isRedirected(one) ? undefined : outputOf(words, inner);
    if (words[0] !== "cd" && output === undefined) return undefined;
  }
  return output;
};

const cdOperand = (args: readonly string[]): string | undefined => {
  const operands = args.filter((arg) => !/^-[LPe]*$|^--$/.test(arg));
  return operands.length === 1 ? operands[0] : undefined;
};

/** Whether its output goes elsewhere, so that there is nothing to substitute; its errors may. */
const isRedirected = (command: CommandNode | Pipeline): boolean =>
  command.type === "Command" &&
  command.redirects.some(
    ({ type, descriptor }) => type === "Redirect" && !(descriptor?.type === "FileDescriptor" && descriptor.value === 2),
  );

/**
 * The words of a plain command, options of `cd`, `pwd` and `dirname` included; undefined where
 * one of them is not known.
 */
const wordsOf = (
  command: CommandNode | Pipeline,
  textOf: (word: Word) => ShellValue,
): readonly string[] | undefined => {
  if (command.type !== "Command" || command.name === undefined || command.prefix.length > 0) return undefined;
  const words = [command.name, ...command.args].map((word) => (word.type === "Word" ? textOf(word) : undefined));
  return words.every((word) => word?.known) ? words.flatMap((word) => (word?.known ? [word.text] : [])) : undefined;
};

/** The options that leave a command's output what it is for a path below the root. */
const options: Readonly<Record<string, RegExp>> = {
  pwd: /^-[LP]+$/,
  dirname: /^--$/,
  basename: /^--$/,
  realpath: /^--$|^-[emPs]+$/,
  readlink: /^--$|^-[efmn]+$/,
  echo: /^-n$/,
};

const outputOf = ([name = "", ...args]: readonly string[], scope: Scope): ShellValue | undefined => {
  if (name === "git") return args.join(" ") === "rev-parse --show-toplevel" ? knownValue(root) : undefined;
  const allowed = Object.hasOwn(options, name) ? options[name] : undefined;
  const operands = args.filter((arg) => allowed?.test(arg) !== true);
  const [first] = operands;
  if (allowed === undefined || operands.some((arg) => arg.startsWith("-"))) return undefined;
  if (name === "pwd") return operands.length === 0 ? scope.here() : undefined;
  // Line breaks at the end are lost in a substitution.
  if (first === undefined || operands.length > 1 || /[\\\n]/.test(first)) return undefined;
  if (name === "echo") return knownValue(first);
  // `.` stands for a folder that is not known by name: neither is its parent.
  if (first === "." || first === "") return undefined;
  if (name === "dirname") return knownValue(posix.dirname(first));
  if (name === "basename") return knownValue(posix.basename(first));
  // Links inside the repository are followed when the file is read; the way as written leads to the same place.
  const isResolved = name === "realpath" || args.some((arg) => /^-.*[efm]/.test(arg));
  return isResolved && first.startsWith(root) ? knownValue(posix.normalize(first)) : undefined;
};
