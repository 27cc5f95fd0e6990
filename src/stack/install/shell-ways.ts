import type { ArithmeticExpression, Case, CaseItem, CompoundList, For, TestExpression, Word, WordPart } from "unbash";
import type { HelmCall } from "./helm-call.ts";
import { readHelmCall } from "./helm-line.ts";
import { commandsBelow } from "./shell-doubt.ts";
import type { Scope } from "./shell-scope.ts";
import { wordValue } from "./shell-words.ts";

/** One of the ways through a script that exclude each other. */
export interface FollowedWay {
  readonly calls: readonly HelmCall[];
  /** Whether the script ends with it. */
  readonly ends: boolean;
}

/** The calls of all ways, where each either installs for certain or ends the script, and one installs; else null. */
export const callsOfOne = (ways: readonly (FollowedWay | null)[]): readonly HelmCall[] | null => {
  const followed = ways.filter((way) => way !== null);
  const isOne = followed.some(installs) && followed.every((way) => way.ends || installs(way));
  return isOne && followed.length === ways.length ? followed.flatMap(({ calls }) => calls) : null;
};

const installs = ({ calls }: FollowedWay): boolean =>
  calls.some((call) => {
    const read = call.doubt === null ? readHelmCall(call) : null;
    return read?.is === "install" && !read.line.dryRun;
  });

/** A loop over the script's own arguments. */
export const isOverArguments = ({ wordlist }: For): boolean =>
  wordlist?.every(({ text }) => ['"$@"', "$@", "$*"].includes(text)) ?? true;

/** How many words a loop goes over, where all are written out; 0 for more than anybody writes. */
export const writtenWords = ({ wordlist = [] }: For): number =>
  wordlist.length <= maxRounds && wordlist.every(({ parts }) => parts === undefined) ? wordlist.length : 0;

const maxRounds = 20;

/** Whether nothing of what a loop's body calls hangs on the round, or stands behind a `break`. */
export const isAlikeEachTime = ({ body }: For, { calls }: FollowedWay): boolean => {
  const leaves = commandsBelow(body).find(({ name }) => name?.value === "break" || name?.value === "continue");
  return (
    calls.length <= maxRounds &&
    calls.every(({ fields, start }) => fields.every(({ value }) => value.known) && start < (leaves?.pos ?? body.end))
  );
};

/** Whether a loop's condition holds only while there are arguments: `[[ $# -gt 0 ]]`, `(( $# ))`, `getopts`. */
export const asksForArguments = ({ commands: [statement, ...more] }: CompoundList): boolean => {
  const command = statement?.command;
  if (command === undefined || more.length > 0) return false;
  if (command.type === "TestCommand") return isCountTest(command.expression);
  if (command.type === "ArithmeticCommand") return isCountAbove(command.expression);
  if (command.type !== "Command") return false;
  const words = command.args.map(({ text }) => text);
  if (command.name?.value === "getopts") return words.length === 2;
  const [left = "", operator = "", right, end] = words;
  return command.name?.value === "[" && isCount(left) && isAbove(operator) && right === "0" && end === "]";
};

const isCount = (text: string): boolean => text === "$#" || text === '"$#"';
const isAbove = (operator: string): boolean => operator === "-gt" || operator === "-ne";

const isCountTest = (test: TestExpression): boolean =>
  test.type === "TestBinary" && isCount(test.left.text) && isAbove(test.operator) && test.right.text === "0";

const isCountAbove = (test: ArithmeticExpression | undefined): boolean =>
  test?.type === "ArithmeticBinary" && test.operator === ">" && test.right.type === "ArithmeticWord"
    ? test.right.value === "0" && isCountAbove(test.left)
    : test?.type === "ArithmeticWord" && test.value === "$#";

/** The branch of a `case` that runs; null where none does, undefined where that is not certain. */
export const chosenItem = ({ word, items }: Case, scope: Scope): CaseItem | null | undefined => {
  const value = wordValue(word, scope);
  if (!value.known || word.text.startsWith("~")) return undefined;
  for (const item of items)
    for (const pattern of item.pattern) {
      const fits = matches(pattern, value.text);
      if (fits !== false)
        return fits === true && item.terminator !== ";&" && item.terminator !== ";;&" ? item : undefined;
    }
  return null;
};

/** Undefined for patterns that are more than a text or `*`. */
const matches = ({ parts = [], text, value }: Word, word: string): boolean | undefined => {
  if (text === "*") return true;
  const isText = parts.every((part) => ["Literal", "SingleQuoted"].includes(part.type) || isPlainQuote(part));
  // With `shopt -s nocasematch` letter case is of no account.
  const mayFit = !isText || text.startsWith("~") || value.toLowerCase() === word.toLowerCase();
  return value === word && isText ? true : mayFit ? undefined : false;
};

const isPlainQuote = (part: WordPart): boolean =>
  part.type === "DoubleQuoted" && part.parts.every(({ type }) => type === "Literal");
