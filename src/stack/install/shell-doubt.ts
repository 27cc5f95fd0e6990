import {
  type Command,
  type CommandNode,
  forEachChild,
  type ParsedScript,
  type Pipeline,
  type SyntaxNode,
} from "unbash";

/** True where a script asks whether a command succeeds, and does not expect it: what follows `&&` may not run. */
export const isQuestion = (node: CommandNode | Pipeline): boolean => {
  if (node.type === "TestCommand" || node.type === "ArithmeticCommand") return true;
  if (node.type === "Pipeline")
    return node.prefixes.some(({ type }) => type === "Negation") || node.commands.some(isQuestion);
  if (node.type === "Redirected") return isQuestion(node.command);
  if (node.type !== "Command") return false;
  const name = node.name?.value ?? "";
  const [verb] = node.args;
  const first = verb?.type === "Word" ? verb.value : "";
  if (name === "helm") return ["status", "list", "ls", "get", "history"].includes(first);
  if (name === "kubectl") return ["get", "describe", "auth"].includes(first);
  return ["[", "test", "command", "which", "type", "hash", "grep", "egrep", "diff", "false"].includes(name);
};

/** Every command below a node, in the order of the text; the insides of command substitutions too. */
export const commandsBelow = (node: SyntaxNode): readonly Command[] => {
  const found: Command[] = [];
  const visit = (one: SyntaxNode): void => {
    if (one.type === "Command") found.push(one);
    forEachChild(one, visit);
  };
  visit(node);
  return found;
};

/** What a command runs in substitutions, `$(helm …)` or `<(helm …)`, where helm is called there. */
export const helmSubstitutions = (command: Command): readonly ParsedScript[] => {
  const known = foundSubstitutions.get(command);
  if (known !== undefined) return known;
  const found: ParsedScript[] = [];
  const visit = (one: SyntaxNode): void => {
    const isSubstitution = one.type === "CommandExpansion" || one.type === "ProcessSubstitution";
    if (!isSubstitution) forEachChild(one, visit);
    // Places in one that escapes quote are not places in the script.
    else if (
      one.script !== undefined &&
      one.script.source === undefined &&
      commandsBelow(one.script).some(({ name }) => /helm/i.test(name?.text ?? ""))
    )
      found.push(one.script);
  };
  forEachChild(command, visit);
  foundSubstitutions.set(command, found);
  return found;
};

/** A function's commands are asked for each time that it is called. */
const foundSubstitutions = new WeakMap<Command, readonly ParsedScript[]>();

/** The functions that something below a node may define. */
export const functionsBelow = (node: SyntaxNode): readonly string[] => {
  const names: string[] = [];
  const visit = (one: SyntaxNode): void => {
    if (one.type === "Function") names.push(one.name.value);
    forEachChild(one, visit);
  };
  visit(node);
  return names;
};

/** The variables that something below a node may set. */
export const variablesSetBelow = (node: SyntaxNode): readonly string[] => {
  const names: string[] = [];
  const visit = (one: SyntaxNode): void => {
    if (one.type === "Assignment") names.push(one.name);
    if (one.type === "ParameterExpansion" && one.operation?.type === "Default" && one.operation.operator.endsWith("="))
      names.push(one.parameter);
    if ((one.type === "For" || one.type === "Select") && one.name.value !== "") names.push(one.name.value);
    // Before a program, an assignment is the program's alone.
    if (one.type === "Command" && one.name !== undefined) {
      names.push(...variablesRead(one), ...namesDeclared(one));
      for (const child of [...one.suffix, one.name]) visit(child);
      return;
    }
    // A subshell and a substitution keep what they set to themselves.
    if (one.type !== "CommandExpansion" && one.type !== "Subshell") forEachChild(one, visit);
  };
  visit(node);
  return names;
};

/** Commands that declare variables. */
export const declaring: readonly string[] = ["export", "readonly", "local", "declare", "typeset"];

const namesDeclared = (command: Command): readonly string[] =>
  declaring.includes(command.name?.value ?? "") ? identifiersOf(command) : [];

/** The names that `read`, `printf -v` and the like fill while the script runs. */
export const variablesRead = (command: Command): readonly string[] => {
  const name = command.name?.value ?? "";
  const words = command.args.flatMap((arg) => (arg.type === "Word" ? [arg.value] : []));
  if (name === "printf") return words[0] === "-v" ? words.slice(1, 2) : [];
  if (name === "let") return command.args.flatMap(({ text }) => text.match(/[A-Za-z_]\w*/g) ?? []);
  return ["read", "mapfile", "readarray", "getopts", "unset"].includes(name) ? identifiersOf(command) : [];
};

const identifiersOf = (command: Command): readonly string[] =>
  command.args.flatMap((arg) => (arg.type === "Word" ? (/^[A-Za-z_]\w*/.exec(arg.value)?.[0] ?? []) : []));

/** Whether one of the names that it fills is itself known only while the script runs. */
export const readsUnnamed = (command: Command): boolean => {
  const name = command.name?.value ?? "";
  const isName = (index: number): boolean => {
    if (name === "printf") return index === 1 && command.args[0]?.text === "-v";
    if (name === "getopts") return index === 1;
    // What follows an option may be its value: a prompt, a time limit.
    return !(command.args[index - 1]?.text.startsWith("-") ?? false);
  };
  return (
    ["printf", "read", "mapfile", "readarray", "getopts", "unset"].includes(name) &&
    command.args.some(({ type, text }, index) => type === "Word" && /[$`]/.test(text) && isName(index))
  );
};

/** Why it is not known what the command sets. */
export const unnamed = (command: Command): string =>
  `It is not known which variable \`${command.name?.value}\` sets here`;

/** What stands around a command that may run or not, as a message names it. */
export const constructs: Partial<Record<SyntaxNode["type"], string>> = {
  ArithmeticFor: "a loop",
  Select: "a loop",
  Coproc: "a coprocess",
  ArithmeticCommand: "an arithmetic command",
};
