import { canYield } from "./can-yield.ts";
import { accepts, statedValues } from "./matcher.ts";
import { resultType } from "./result-type.ts";
import { type MetricSelector, nodesIn, type PromqlNode, setOperators } from "./syntax.ts";
import { thresholdOf } from "./threshold.ts";

/** The value of each part that is compared, by its text; a part that has no series has none. */
type Values = ReadonlyMap<string, number | undefined>;

const shifted = /@|\b(?:offset|smoothed|anchored)\b/i;
/** Whether an expression reads its series at another time: that leaves no trace in the tree. */
export const isShifted = (text: string): boolean => shifted.test(text);

/** Combinations of values that are tried: beyond that nothing is said. */
const most = 20_000;

/**
 * Whether any values of what an expression reads let it yield a series: `x > 90 and x < 80` cannot. Only what is
 * certain is answered `false`: parts that are written alike have the same value, all others may have any, and where
 * labels are matched by a list, a part may be of two series.
 */
export const canHold = (root: PromqlNode, text: string): boolean => {
  // These leave no trace in the tree's places, and selectors without a name have several series with the same labels.
  const selectors = nodesIn(root).filter((node) => node.kind === "selector");
  if (isShifted(text) || selectors.some(({ selector }) => selector.metric === null)) return true;
  const condition = conditionOf(root, text);
  const bounds = new Map<string, Set<number>>();
  for (const { part, bound } of condition.asks) {
    const known = bounds.get(part) ?? new Set<number>();
    bounds.set(part, bound === null ? known : known.add(bound));
  }
  const parts = [...bounds].map(([part, set]) => ({ part, values: samplesOf([...set]) }));
  if (parts.reduce((product, { values }) => product * values.length, 1) > most) return true;
  return combinations(parts).some((values) => condition.holds(values));
};

interface Condition {
  readonly asks: readonly { readonly part: string; readonly bound: number | null }[];
  holds(values: Values): boolean;
}

const conditionOf = (node: PromqlNode, text: string): Condition => {
  const threshold = thresholdOf(node)[0];
  if (threshold !== undefined && resultType(threshold.of) !== "scalar" && Number.isFinite(threshold.value)) {
    const { of, op, value } = threshold;
    // `x > 90 < 95`: the inner comparison hands x on.
    const inner = conditionOf(of, text);
    const part = partOf(innermost(of), text);
    return {
      asks: [...inner.asks, { part, bound: value }],
      holds: (values) => inner.holds(values) && meets(values.get(part), op, value),
    };
  }
  if (node.kind === "binary" && node.matching === null && setOperators.includes(node.op)) {
    const [left, right] = [conditionOf(node.left, text), conditionOf(node.right, text)];
    const holds = (values: Values): boolean => combine(node.op, left.holds(values), right.holds(values));
    return { asks: [...left.asks, ...right.asks], holds };
  }
  if (canYield(node, (selector) => (contradicts(selector) ? "no" : "yes")).chance === "no")
    return { asks: [], holds: () => false };
  const part = partOf(node, text);
  return { asks: [{ part, bound: null }], holds: (values) => values.get(part) !== undefined };
};

/** What a chain of comparisons hands on. */
const innermost = (node: PromqlNode): PromqlNode => {
  const threshold = thresholdOf(node)[0];
  return threshold === undefined ? node : innermost(threshold.of);
};

const partOf = ({ from, to }: PromqlNode, text: string): string => text.slice(from, to).replace(/\s+/g, "");

const combine = (op: string, left: boolean, right: boolean): boolean =>
  op === "and" ? left && right : op === "or" ? left || right : left && !right;

const meets = (value: number | undefined, op: string, bound: number): boolean =>
  value !== undefined && (operators[op]?.(value, bound) ?? true);

const operators: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
};

/** A value at each bound, between each two, and beyond both ends: comparisons tell no others apart. */
const samplesOf = (bounds: readonly number[]): readonly (number | undefined)[] => {
  const sorted = [...bounds].sort((a, b) => a - b);
  const between = sorted.slice(1).map((bound, index) => (bound + (sorted[index] ?? bound)) / 2);
  const span = Math.max(1, ...sorted.map(Math.abs));
  return [undefined, ...sorted, ...between, (sorted[0] ?? 0) - span, (sorted.at(-1) ?? 0) + span];
};

function* combinations(
  parts: readonly { readonly part: string; readonly values: readonly (number | undefined)[] }[],
): Generator<Values> {
  const [first, ...rest] = parts;
  if (first === undefined) {
    yield new Map();
    return;
  }
  for (const others of combinations(rest))
    for (const value of first.values) yield new Map([...others, [first.part, value]]);
}

/** Whether no value of some label can meet all that the selector asks of it. */
const contradicts = ({ matchers }: MetricSelector): boolean =>
  matchers.some((one) => {
    const values = statedValues(one);
    const same = matchers.filter(({ name }) => name === one.name);
    return values?.every((value) => same.some((other) => accepts(other, value) === false)) ?? false;
  });
