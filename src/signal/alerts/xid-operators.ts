import { holdsForAny } from "../../dcgm/xid-metrics.ts";
import { type NodeOf, nodesIn, type PromqlNode } from "../../promql/syntax.ts";
import { constantOf } from "../../promql/threshold.ts";

/**
 * What an expression yields when a GPU reports one code, and nothing else is wrong with it: a series with a known value
 * (`code`), one that counts occurrences (`count`), a `sum` of codes, one of which it is `unclear` whether there is any,
 * or one of `other` things than XIDs. Null: none.
 */
export type XidSight =
  | { readonly of: "code"; readonly value: number }
  | { readonly of: "other"; readonly value: number | null }
  | { readonly of: "count" | "sum" | "unclear" }
  | null;

const other: XidSight = { of: "other", value: null };
const count: XidSight = { of: "count" };
const unclear: XidSight = { of: "unclear" };

/** Whether it is made of XIDs. */
export const speaks = (sight: XidSight): boolean => sight !== null && sight.of !== "other";

/** What `or` gives: what speaks of the code comes before what does not. */
export const either = (left: XidSight, right: XidSight): XidSight => {
  if (left === null || right === null) return left ?? right;
  const better = speaks(right) && (!speaks(left) || left.of === "unclear");
  return better ? right : left;
};

/** What an operator makes of its two sides. */
export const ofBinary = (node: NodeOf<"binary">, see: (node: PromqlNode) => XidSight): XidSight => {
  const constant = constantOf(node);
  if (constant !== null) return { of: "other", value: constant };
  const [left, right] = [see(node.left), see(node.right)];
  switch (node.op) {
    case "or":
      return either(left, right);
    case "and":
      if (left === null || right === null) return null;
      if (right.of === "unclear" && speaks(right)) return unclear;
      return speaks(left) || !speaks(right) ? left : count;
    case "unless":
      return unlessOf(left, right, node.right);
    default:
      if (left === null || right === null) return null;
      return node.op in comparing ? compared(node, left, right) : calculated(node.op, left, right);
  }
};

/** What is taken away is another's, or that of another time, or the same. */
const unlessOf = (left: XidSight, right: XidSight, taken: PromqlNode): XidSight => {
  if (left === null || right === null || !speaks(left) || right.of === "other") return left;
  const past = nodesIn(taken).some((node) => node.kind === "selector" && node.selector.offset !== null);
  if (past) return left;
  return right.of === "unclear" ? unclear : null;
};

const comparing: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
};
const mirrored: Readonly<Record<string, string>> = { ">": "<", "<": ">", ">=": "<=", "<=": ">=" };

type Seen = Exclude<XidSight, null>;

const compared = ({ op, bool, left: side }: NodeOf<"binary">, left: Seen, right: Seen): XidSight => {
  if (!speaks(left) && !speaks(right)) return left;
  if (left.of === "unclear" || right.of === "unclear") return unclear;
  const ofLeft = speaks(left);
  const [subject, bound] = ofLeft ? [left, right] : [right, left];
  const value = "value" in bound ? bound.value : null;
  const asked = ofLeft ? op : (mirrored[op] ?? op);
  // A filter hands on the left side, but for a number.
  const kept = ofLeft || constantOf(side) !== null ? subject : count;
  if (subject.of === "code") {
    if (value === null) return bound.of === "other" ? unclear : kept;
    const holds = comparing[asked]?.(subject.value, value) ?? true;
    if (bool) return { of: "code", value: Number(holds) };
    return holds ? kept : null;
  }
  // Of a count only that there is one is known, of a sum of codes that it is none without an error.
  if (value !== null && holdsForAny(asked, value)) return count;
  return subject.of === "count" && value !== null && value > 0 && [">", ">=", "=="].includes(asked) ? count : unclear;
};

const calculated = (op: string, left: Seen, right: Seen): XidSight => {
  if (!speaks(left) && !speaks(right)) return other;
  if (left.of === "unclear" || right.of === "unclear") return unclear;
  if ("value" in left && "value" in right && left.value !== null && right.value !== null) {
    const value = constantOf({
      ...{ kind: "binary", op, bool: false, matching: null, filled: { left: false, right: false }, from: 0, to: 0 },
      left: { kind: "number", value: left.value, from: 0, to: 0 },
      right: { kind: "number", value: right.value, from: 0, to: 0 },
    });
    return value === null ? unclear : { of: "code", value };
  }
  // Series of value 1 are joined for their labels.
  const joined = op === "*" && (speaks(left) ? right : left).of === "other";
  if (joined) return speaks(left) ? left : right;
  return left.of === "count" || right.of === "count" ? count : unclear;
};
