import { type Command, type CommandNode, forEachChild, type Pipeline, type SyntaxNode } from "unbash";

/** True where the success of a command is a question rather than what the script expects: what follows `&&` may not run. */
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

/** The variables that something below a node may set. */
export const variablesSetBelow = (node: SyntaxNode): readonly string[] => {
  const names: string[] = [];
  const visit = (one: SyntaxNode): void => {
    if (one.type === "Assignment") names.push(one.name);
    if ((one.type === "For" || one.type === "Select") && one.name.value !== "") names.push(one.name.value);
    if (one.type === "Command") names.push(...variablesRead(one));
    // A subshell and a substitution keep what they set to themselves.
    if (one.type !== "CommandExpansion" && one.type !== "Subshell") forEachChild(one, visit);
  };
  visit(node);
  return names;
};

/** The names that `read`, `printf -v` and the like fill while the script runs. */
export const variablesRead = (command: Command): readonly string[] => {
  const name = command.name?.value ?? "";
  if (!["read", "mapfile", "readarray", "getopts", "printf", "let", "unset"].includes(name)) return [];
  const words = command.args.flatMap((arg) => (arg.type === "Word" ? [arg.value] : []));
  if (name === "printf") return words[0] === "-v" ? words.slice(1, 2) : [];
  return words.flatMap((word) => /^[A-Za-z_]\w*/.exec(word)?.[0] ?? []);
};
