import type { ValueRange } from "../dcgm/value-range.ts";
import { parseDuration } from "../promql/prometheus-duration.ts";
import { nodesIn, type PromqlNode } from "../promql/syntax.ts";
import type { Behaviour } from "./canary-model.ts";

/** Combinations that are tried for one alert. */
const most = 8_000;
/** Numbers of the expressions that are taken up, and up to how many their products and quotients are, too. */
const mostNumbers = 100;
const mostScaled = 8;

/**
 * Behaviours, one a series, with which `fires` is true; null where none of those tried is. Values come from the numbers
 * in the expressions, a little above and below, and stay within what each metric can be.
 */
export const findBehaviours = (
  ranges: readonly (ValueRange | null)[],
  roots: readonly PromqlNode[],
  elapsed: number,
  fires: (behaviours: readonly Behaviour[]) => boolean,
): readonly Behaviour[] | null => {
  const nodes = roots.flatMap((root) => [...nodesIn(root)]);
  const numbers = [...new Set(nodes.flatMap((node) => (node.kind === "number" ? (node.value ?? []) : [])))].slice(
    0,
    mostNumbers,
  );
  const windows = [...new Set(nodes.flatMap((node) => (node.kind === "range" ? secondsOf(node.window) : [])))];
  const jumps = nodes.some((node) => node.kind === "call" && ["changes", "resets"].includes(node.name));
  const choices = ranges.map((range): readonly Behaviour[] => [
    ...levels(numbers, range, ranges.length === 1).map((value) => ({ kind: "constant" as const, value })),
    ...slopes(numbers, windows)
      .filter((perSecond) => range === null || perSecond * elapsed <= range.most)
      .map((perSecond) => ({ kind: "rising" as const, perSecond })),
    ...(jumps ? [{ kind: "alternating" as const }] : []),
    { kind: "absent" },
  ]);
  let tried = 0;
  for (const behaviours of combinations(choices)) {
    if (fires(behaviours)) return behaviours;
    if (++tried >= most) return null;
  }
  return null;
};

const secondsOf = (window: string): number => (parseDuration(window.split(":")[0] ?? "") ?? 0) / 1000;

/** Of a single series those near the numbers come first, which are the likelier ones to be seen. */
const levels = (numbers: readonly number[], range: ValueRange | null, alone: boolean): readonly number[] => {
  const factors = numbers.length > mostScaled ? [] : numbers;
  const scaled = factors.flatMap((a) => factors.flatMap((b) => (b === 0 ? [] : [a * b, a / b])));
  const near = [...new Set([...numbers, ...scaled])].flatMap((a) => [a, a * 1.02, a * 0.98, a + 1, a - 1]);
  const { least, most: top } = range ?? { least: Math.min(0, ...numbers) - 1, most: Number.MAX_SAFE_INTEGER };
  const some = alone ? [1, 0, ...near, least, top] : [1, 0, least, top, ...near];
  return [...new Set(some)].filter((value) => value >= least && value <= top);
};

const slopes = (numbers: readonly number[], windows: readonly number[]): readonly number[] => [
  ...new Set(
    numbers
      .flatMap((number) => [number, ...windows.map((seconds) => number / Math.max(1, seconds))])
      .flatMap((perSecond) => [perSecond * 1.1, perSecond * 0.9])
      .filter((perSecond) => perSecond > 0)
      .concat(windows.length > 0 ? [1 / 60] : []),
  ),
];

function* combinations(choices: readonly (readonly Behaviour[])[]): Generator<readonly Behaviour[]> {
  const [first, ...rest] = choices;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const others of combinations(rest)) for (const one of first) yield [one, ...others];
}
