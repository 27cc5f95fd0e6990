import type { Span } from "../core/span.ts";
import { comparisons, type NodeOf, nodesIn, type PromqlNode } from "./syntax.ts";

/** A comparison of something with a constant, as if the constant stood on the right: `90 < x` is `x > 90`. */
export interface Threshold {
  readonly node: NodeOf<"binary">;
  readonly of: PromqlNode;
  readonly op: string;
  readonly value: number;
  /** Where the constant stands. */
  readonly at: Span;
}

/** Every comparison with a constant that filters; `bool` gives 0 and 1 instead. */
export const thresholdsIn = (root: PromqlNode): readonly Threshold[] =>
  nodesIn(root)
    .flatMap((node) => thresholdOf(node))
    .toArray();

/** The comparison with a constant that a node is, if it is one. */
export const thresholdOf = (node: PromqlNode): readonly Threshold[] => {
  if (node.kind !== "binary" || node.bool || !comparisons.includes(node.op)) return [];
  const [left, right] = [constantOf(node.left), constantOf(node.right)];
  if ((left === null) === (right === null)) return [];
  return right !== null
    ? [{ node, of: node.left, op: node.op, value: right, at: node.right }]
    : [{ node, of: node.right, op: mirrored[node.op] ?? node.op, value: left ?? Number.NaN, at: node.left }];
};

const mirrored: Readonly<Record<string, string>> = { ">": "<", "<": ">", ">=": "<=", "<=": ">=" };

/** The value of an expression of numbers alone, e.g. `80 * 1024`; null for any other. */
export const constantOf = (node: PromqlNode): number | null => {
  if (node.kind === "number") return node.value;
  if (node.kind === "unary") {
    const inner = constantOf(node.of);
    return inner === null ? null : node.op === "-" ? -inner : inner;
  }
  if (node.kind !== "binary") return null;
  const [left, right] = [constantOf(node.left), constantOf(node.right)];
  return left === null || right === null ? null : (operations[node.op]?.(left, right) ?? null);
};

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};
