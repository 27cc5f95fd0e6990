import { posix } from "node:path";
import type { CommandNode, ParsedScript, Pipeline, Word } from "unbash";
import type { Scope } from "./shell-scope.ts";
import { known, root, type Value } from "./shell-value.ts";

/**
 * The output of the few command substitutions by which scripts find their own folder or the repository's root; undefined for every other:
 * nothing is executed.
 */
export const substitution = (
  script: ParsedScript | undefined,
  textOf: (word: Word) => Value,
  scope: Scope,
): Value | undefined => {
  const [statement, ...others] = script?.commands ?? [];
  if (statement === undefined || others.length > 0 || script?.errors !== undefined) return undefined;
  const { command } = statement;
  const commands =
    command.type === "AndOr" && command.operators.every((op) => op === "&&") ? command.commands : [command];
  const inner = scope.copy();
  let output: Value | undefined;
  for (const one of commands as readonly (CommandNode | Pipeline)[]) {
    const words = wordsOf(one, textOf);
    if (words === undefined) return undefined;
    if (words[0] === "cd") inner.enter(known(words.slice(1).find((word) => !word.startsWith("-")) ?? ""));
    else output = outputOf(words, inner);
    if (words[0] !== "cd" && output === undefined) return undefined;
  }
  return output;
};

/** The words of a plain command, options of `cd`, `pwd` and `dirname` included; undefined where one of them is not known. */
const wordsOf = (command: CommandNode | Pipeline, textOf: (word: Word) => Value): readonly string[] | undefined => {
  if (command.type !== "Command" || command.name === undefined) return undefined;
  const words = [command.name, ...command.args].map((word) => (word.type === "Word" ? textOf(word) : undefined));
  return words.every((word) => word?.known) ? words.flatMap((word) => (word?.known ? [word.text] : [])) : undefined;
};

const outputOf = ([name, ...args]: readonly string[], scope: Scope): Value | undefined => {
  const operands = args.filter((arg) => !arg.startsWith("-"));
  const [first] = operands;
  if (name === "pwd") return scope.here();
  if (name === "git" && args.join(" ") === "rev-parse --show-toplevel") return known(root);
  if (first === undefined || operands.length > 1) return undefined;
  // `.` stands for a folder that is not known by name: neither is its parent.
  if (first === ".") return undefined;
  if (name === "dirname") return known(posix.dirname(first));
  if (name === "basename") return known(posix.basename(first));
  // Links inside the repository are followed when the file is read; the way as written leads to the same place.
  if ((name === "realpath" || name === "readlink") && first.startsWith(root)) return known(posix.normalize(first));
  if (name === "echo") return known(first);
  return undefined;
};
