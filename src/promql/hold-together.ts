import { canHold, isShifted } from "./can-hold.ts";
import { type Expression, readExpression } from "./parse-expression.ts";
import type { MetricSelector, PromqlNode } from "./syntax.ts";
import { thresholdOf } from "./threshold.ts";

/**
 * Whether two expressions can yield the same series at the same time: both compare one thing with constants
 * (`x > 85`, `x > 80 < 90`), and some value meets both. Only what is certain is answered `true`; where one of two
 * selectors asks for more than the other, its series are the same.
 */
export const holdTogether = (one: Expression, other: Expression): boolean => {
  if ([one, other].some(({ complete, text }) => !complete || isShifted(text))) return false;
  const [a, b] = [partsOf(one.root), partsOf(other.root)];
  const [first, ...rest] = [...a.map((node) => ({ node, of: one })), ...b.map((node) => ({ node, of: other }))];
  if (first === undefined || a.some((node) => isConstant(node)) || b.some((node) => isConstant(node))) return false;
  if (!rest.every(({ node, of }) => isSame(first.node, first.of.text, node, of.text))) return false;
  const both = readExpression(`(${ofOneName(one, a)}) and (${ofOneName(other, b)})`);
  return canHold(both.root, both.text);
};

/** What is compared with constants, or stands alone, on all sides of `and`, `or` and `unless`. */
const partsOf = (node: PromqlNode): readonly PromqlNode[] => {
  const threshold = thresholdOf(node)[0];
  if (threshold !== undefined) return partsOf(threshold.of);
  const joins = node.kind === "binary" && node.matching === null && ["and", "or", "unless"].includes(node.op);
  return joins ? [...partsOf(node.left), ...partsOf(node.right)] : [node];
};

/** `vector(1)`, `time()`: the same for everybody, and compared with nothing that fails. */
const isConstant = (node: PromqlNode): boolean =>
  node.kind === "number" || node.kind === "string" || node.kind === "unclear";

const isSame = (a: PromqlNode, textA: string, b: PromqlNode, textB: string): boolean =>
  withoutBlanks(textA.slice(a.from, a.to)) === withoutBlanks(textB.slice(b.from, b.to)) ||
  (a.kind === "selector" && b.kind === "selector" && overlap(a.selector, b.selector));

/** Blanks in a text count. */
const withoutBlanks = (text: string): string =>
  text.replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|\s+/g, (piece) => (/^\s/.test(piece) ? "" : piece));

const overlap = (a: MetricSelector, b: MetricSelector): boolean =>
  a.metric !== null && a.metric === b.metric && (asksAll(a, b) || asksAll(b, a));

const asksAll = ({ matchers }: MetricSelector, other: MetricSelector): boolean =>
  other.matchers.every(({ name, op, value }) =>
    matchers.some((own) => own.name === name && own.op === op && own.value === value),
  );

const ofOneName = ({ text }: Expression, parts: readonly PromqlNode[]): string =>
  parts
    .toSorted((a, b) => b.from - a.from)
    .reduce((made, { from, to }) => `${made.slice(0, from)}x${made.slice(to)}`, text);
