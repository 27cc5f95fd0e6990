import { type ExpressionDraft, numberText, openDraft, type TextChange } from "./expression-draft.ts";
import { blind, linear, linearAggregates } from "./linear-functions.ts";
import { comparisons, type MetricSelector, type NodeOf, type PromqlNode, setOperators } from "./syntax.ts";
import { constantOf } from "./threshold.ts";

/** What a selector's metric becomes, and by what its values are multiplied then. */
export interface MetricRename {
  readonly name: string;
  readonly factor: number;
}

/**
 * By what the value of a node is multiplied; `free` for constants, which can be brought to any
 * unit. Null: it cannot be said.
 */
type Factor = number | "free" | null;

interface Rescaling {
  readonly newOf: (selector: MetricSelector) => MetricRename | null;
  readonly keep: "series" | "values";
  readonly draft: ExpressionDraft;
}

/**
 * Has an expression read other metrics whose unit is another, as changes of its text. With `keep: "series"` the same
 * series come out, and constants that they are compared with are brought to the new unit: `util > 90` becomes
 * `util_ratio > 0.9`. With `keep: "values"` they come out with the values they had: `util_ratio * 100 > 90`. Null where
 * neither is certain: functions that are not linear, sums of what changes and what does not.
 */
export const rescale = (
  { text, root }: { readonly text: string; readonly root: PromqlNode },
  newOf: Rescaling["newOf"],
  keep: Rescaling["keep"],
): readonly TextChange[] | null => {
  const draft = openDraft(text);
  const task = { newOf, keep, draft };
  const factor = keep === "series" ? ofAlert(root, task) : factorOf(root, task);
  if (factor === null) return null;
  if (keep === "values" && factor !== 1 && factor !== "free") draft.divide(valuesOf(root), factor);
  return draft.changes();
};

/** Of an alert only what it fires for counts, not the value: the sides of `or` need not agree. */
const ofAlert = (node: PromqlNode, task: Rescaling): Factor => {
  if (node.kind !== "binary" || !setOperators.includes(node.op)) return factorOf(node, task);
  const sides = [ofAlert(node.left, task), ofAlert(node.right, task)];
  return sides.includes(null) ? null : 1;
};

const factorOf = (node: PromqlNode, task: Rescaling): Factor => {
  switch (node.kind) {
    case "number":
    case "string":
      return "free";
    case "selector":
      return ofSelector(node.selector, task);
    case "range":
    case "unary":
      return factorOf(node.of, task);
    case "call":
      return ofCall(node, task);
    case "aggregate":
      return ofAggregate(node, task);
    case "binary":
      return ofBinary(node, task);
    default:
      return null;
  }
};

const ofSelector = (selector: MetricSelector, { newOf, draft }: Rescaling): Factor => {
  const fresh = newOf(selector);
  if (fresh === null) return 1;
  if (selector.name === null) return null;
  draft.replace(selector.name, fresh.name);
  return fresh.factor;
};

const ofCall = ({ name, args }: NodeOf<"call">, task: Rescaling): Factor => {
  const factors = args.map((arg) => factorOf(arg, task)).filter((one) => one !== "free");
  if (factors.includes(null)) return null;
  const [factor = "free"] = factors;
  if (factors.some((one) => one !== factor)) return null;
  if (factor === 1 || factor === "free" || linear.has(name)) return factor;
  return blind.has(name) ? 1 : null;
};

const ofAggregate = ({ name, args }: NodeOf<"aggregate">, task: Rescaling): Factor => {
  const [factor = null, ...parameters] = args.map((arg) => factorOf(arg, task)).toReversed();
  if (parameters.some((one) => one !== "free" && one !== 1)) return null;
  if (factor === null || factor === 1 || factor === "free" || linearAggregates.has(name)) return factor;
  return ["count", "group"].includes(name) ? 1 : null;
};

const ofBinary = (node: NodeOf<"binary">, task: Rescaling): Factor => {
  const { base, links } = chainOf(node);
  if (links.length > 0) return ofChain(base, links, task);
  const { op, left, right } = node;
  const [a, b] = [factorOf(left, task), factorOf(right, task)];
  if (a === null || b === null) return null;
  if (a === "free" && b === "free") return "free";
  if (op === "*" || op === "/") return ofProduct(node, a, b, task);
  if (op === "and" || op === "unless") return a;
  if (op === "^" || op === "atan2") return [a, b].every((one) => one === "free" || one === 1) ? 1 : null;
  return ofAlike(node, a, b, task);
};

/**
 * A constant takes the factor up, so that the value stays: `used / 1024` in MiB is `used / 1073741824` in bytes, and
 * `used * 1024 * 1024` is `used`.
 */
const ofProduct = (
  { op, left, right }: NodeOf<"binary">,
  a: number | "free",
  b: number | "free",
  { draft }: Rescaling,
): Factor => {
  if (a !== "free" && b !== "free") return op === "*" ? a * b : a / b;
  const value = constantOf(a === "free" ? left : right);
  if (value === null) return null;
  const factor = Number(a === "free" ? b : a);
  if (factor !== 1) draft.setNumber(a === "free" ? left : right, op === "*" ? value / factor : value * factor);
  return 1;
};

/** Constants behind it, one after the other: what they make together counts. */
const ofChain = (base: PromqlNode, links: readonly Link[], task: Rescaling): Factor => {
  const factor = factorOf(base, task);
  if (factor === null || factor === "free" || factor === 1) return factor;
  const rest = links.reduce(
    (product, { node, value }) => (node.op === "*" ? product * value : product / value),
    1 / factor,
  );
  if (numberText(rest) === "1" && task.draft.dropOperators(links.map(({ node }) => node))) return 1;
  const [last] = links;
  if (last !== undefined)
    task.draft.setNumber(last.node.right, last.node.op === "*" ? last.value / factor : last.value * factor);
  return 1;
};

/** Both sides have to have one unit. */
const ofAlike = (node: NodeOf<"binary">, a: number | "free", b: number | "free", task: Rescaling): Factor => {
  const { op, left, right, bool } = node;
  const factor = a === "free" ? b : a;
  if (factor === "free") return null;
  const result = comparisons.includes(op) && bool ? 1 : factor;
  if (a === b || factor === 1) return a === b || a === "free" || b === "free" ? result : bringBoth(node, a, b, task);
  if (task.keep === "values" || (a !== "free" && b !== "free")) return bringBoth(node, a, b, task);
  const constant = inVector(a === "free" ? left : right);
  const value = constantOf(constant);
  if (value === null) return null;
  if (value !== 0) task.draft.setNumber(constant, value * factor);
  return result;
};

/** Both sides back to the units they had. */
const bringBoth = (
  { left, right }: NodeOf<"binary">,
  a: number | "free",
  b: number | "free",
  { draft }: Rescaling,
): Factor => {
  if (a !== "free" && a !== 1) draft.divide(left, a);
  if (b !== "free" && b !== 1) draft.divide(right, b);
  return 1;
};

/** `… * 1024` or `… / 1024`. */
interface Link {
  readonly node: NodeOf<"binary">;
  readonly value: number;
}

/** What stands before the constants that a product ends with, and these, the last one first. */
const chainOf = (node: PromqlNode): { readonly base: PromqlNode; readonly links: readonly Link[] } => {
  const value = node.kind === "binary" && ["*", "/"].includes(node.op) ? constantOf(node.right) : null;
  if (node.kind !== "binary" || value === null || value === 0 || constantOf(node.left) !== null)
    return { base: node, links: [] };
  const { base, links } = chainOf(node.left);
  return { base, links: [{ node, value }, ...links] };
};

/** The constant that `vector(…)` makes a series of. */
const inVector = (node: PromqlNode): PromqlNode =>
  node.kind === "call" && node.name === "vector" ? (node.args[0] ?? node) : node;

/** What passes `and` and `unless` has the values of the left side. */
const valuesOf = (node: PromqlNode): PromqlNode =>
  node.kind === "binary" && ["and", "unless"].includes(node.op) ? valuesOf(node.left) : node;
