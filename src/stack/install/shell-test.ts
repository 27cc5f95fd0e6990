import type { CommandNode, CompoundList, Pipeline, TestExpression, Word } from "unbash";
import type { Scope } from "./shell-scope.ts";
import { fieldsOf, wordValue } from "./shell-words.ts";

/**
 * Whether a test holds, where all that it compares is known, as in `[ -n "${DEBUG:-}" ]`. Undefined for any other test,
 * and for what is none.
 */
export const testHolds = (node: CommandNode | Pipeline, scope: Scope): boolean | undefined => {
  if (node.type === "TestCommand") return expressionHolds(node.expression, scope);
  if (node.type !== "Command" || (node.name?.value !== "[" && node.name?.value !== "test")) return undefined;
  const texts = fieldsOf(node.args, scope).map(({ value }) => (value.known ? value.text : undefined));
  const words = node.name.value === "[" ? texts.slice(0, -1) : texts;
  if (!words.every((text) => text !== undefined)) return undefined;
  const [first = "", second = "", third = ""] = words;
  if (words.length === 1) return first !== "";
  if (words.length === 2) return ofOne(first, second);
  return words.length === 3 && ["=", "==", "!="].includes(second) ? (first === third) === (second !== "!=") : undefined;
};

/** The same of a condition that is one test. */
export const conditionHolds = ({ commands: [statement, ...more] }: CompoundList, scope: Scope): boolean | undefined =>
  statement === undefined || more.length > 0 || statement.command.type === "AndOr" || statement.background === true
    ? undefined
    : testHolds(statement.command, scope);

const ofOne = (operator: string, text: string): boolean | undefined =>
  operator === "-n" ? text !== "" : operator === "-z" ? text === "" : undefined;

const expressionHolds = (test: TestExpression, scope: Scope): boolean | undefined => {
  if (test.type === "TestUnary") {
    const text = knownText(test.operand, scope);
    return text === undefined ? undefined : ofOne(test.operator, text);
  }
  if (test.type !== "TestBinary" || !["=", "==", "!="].includes(test.operator)) return undefined;
  const [left, right] = [knownText(test.left, scope), knownText(test.right, scope)];
  if (left === undefined || right === undefined || isPattern(test.right, right)) return undefined;
  // With `shopt -s nocasematch` letter case is of no account.
  if (left !== right && left.toLowerCase() === right.toLowerCase()) return undefined;
  return (left === right) === (test.operator !== "!=");
};

const knownText = (word: Word, scope: Scope): string | undefined => {
  const value = wordValue(word, scope);
  return value.known && !word.text.startsWith("~") ? value.text : undefined;
};

/** What is not quoted may be more than a text. */
const isPattern = ({ parts = [] }: Word, text: string): boolean =>
  /[*?[\\(]/.test(text) && parts.some(({ type }) => !/Quote|String/.test(type));
