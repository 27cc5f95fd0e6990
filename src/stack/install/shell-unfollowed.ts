import { type Command, forEachChild, type ParameterExpansionPart, type SyntaxNode } from "unbash";
import type { Doubt } from "./helm-call.ts";

/** What a script does to variables in ways that are not followed: the names, and what may reach any name. */
export interface Unfollowed {
  readonly names: ReadonlySet<string>;
  readonly doubts: readonly Doubt[];
}

/**
 * Goes once over the whole script for variables that arithmetic, attributes (`declare -i`) or places that are not
 * expanded here may change: their values are never known, wherever they stand.
 */
export const findUnfollowed = (script: SyntaxNode): Unfollowed => {
  const names = new Set<string>();
  const doubts: Doubt[] = [];
  const visit = (node: SyntaxNode, expanded: boolean): void => {
    for (const name of changedBy(node, expanded)) names.add(name);
    const message = reachesAnyName(node);
    if (message !== undefined) doubts.push({ message, start: node.pos, end: node.end });
    const inside = expanded && !notExpanded.has(node.type);
    forEachChild(node, (child) => visit(child, inside));
  };
  visit(script, true);
  return { names, doubts };
};

/** The places where bash expands something and we do not. */
const notExpanded = new Set<SyntaxNode["type"]>([
  ...(["TestCommand", "Redirect", "HereString", "HereDoc", "ArithmeticCommand", "ArithmeticExpansion"] as const),
  ...(["For", "Case", "Select", "If", "While", "ArithmeticFor", "BraceExpansion", "ProcessSubstitution"] as const),
]);

const identifiers = /[A-Za-z_]\w*/g;

const changedBy = (node: SyntaxNode, expanded: boolean): readonly string[] => {
  if (node.type === "ArithmeticBinary") return isAssigning(node.operator) ? namesIn(node.left) : [];
  if (node.type === "ArithmeticUnary") return ["++", "--"].includes(node.operator) ? namesIn(node.operand) : [];
  if (node.type === "Slice") return [node.offset, node.length].flatMap((word) => arithmeticText(word?.text));
  if (node.type === "TestBinary" && /^-(?:eq|ne|[lg][te])$/.test(node.operator))
    return [node.left, node.right].flatMap((word) => arithmeticText(word.text));
  if (node.type === "Assignment") return arithmeticText(node.index?.text);
  if (node.type === "FileDescriptorVariable") return [node.name];
  if (node.type === "Coproc") return [node.name?.value ?? "COPROC"];
  if (node.type === "Command") return declaredOddly(node);
  if (node.type !== "ParameterExpansion") return [];
  return [...arithmeticText(node.index?.text), ...(assigns(node) && !expanded ? [node.parameter] : [])];
};

const isAssigning = (operator: string): boolean => /^(?:[-+*/%&|^]|<<|>>)?=$/.test(operator);

const namesIn = (node: SyntaxNode): readonly string[] => {
  if (node.type === "ArithmeticWord") return node.value.match(identifiers) ?? [];
  const names: string[] = [];
  forEachChild(node, (child) => names.push(...namesIn(child)));
  return names;
};

/** An index or an offset is arithmetic, too: `${A[NS=1]}`. */
const arithmeticText = (text: string | undefined): readonly string[] =>
  text !== undefined && /=|\+\+|--/.test(text) ? (text.match(identifiers) ?? []) : [];

const assigns = ({ operation }: ParameterExpansionPart): boolean =>
  operation?.type === "Default" && operation.operator.endsWith("=");

const declaring = ["declare", "typeset", "local", "readonly", "export"];

/**
 * `-i`, `-l`, `-u`, `-c`, `-A`: the variable holds something else than what is assigned to it; `-n`: it
 * stands for another variable.
 */
const declaredOddly = (command: Command): readonly string[] => {
  if (!declaring.includes(command.name?.value ?? "") || !hasOption(command, /[iluncA]/)) return [];
  return command.args.flatMap((arg) =>
    arg.type === "Assignment" ? [arg.name] : (/^[A-Za-z_]\w*/.exec(arg.value)?.[0] ?? []),
  );
};

const hasOption = (command: Command, letters: RegExp): boolean =>
  command.args.some((arg) => arg.type === "Word" && /^[-+][A-Za-z]+$/.test(arg.value) && letters.test(arg.value));

const reachesAnyName = (node: SyntaxNode): string | undefined => {
  if (node.type === "ParameterExpansion")
    return node.prefix === "!" && assigns(node) ? `${node.text} sets a variable that it does not name` : undefined;
  if (node.type !== "Command") return undefined;
  const name = node.name?.value ?? "";
  if (["declare", "typeset", "local"].includes(name) && hasOption(node, /n/))
    return `\`${name} -n\` gives a variable a second name`;
  if (name === "shopt" && node.args.some((arg) => arg.type === "Word" && arg.value === "expand_aliases"))
    return "`shopt -s expand_aliases` lets aliases change what commands mean";
  return undefined;
};
