import type { Span } from "../core/span.ts";
import { comparisons, type MetricSelector, type NodeOf, type PromqlNode, setOperators } from "./syntax.ts";
import { constantOf } from "./threshold.ts";

/** What a selector's metric becomes, and by what its values are multiplied then. */
export interface MetricRename {
  readonly name: string;
  readonly factor: number;
}

/** Replaces `[from, to)` of the expression's text. */
type Change = Span & { readonly text: string };

/** The factor of a node's value; `free` for constants, which can follow any. Null: it cannot be said. */
type Factor = number | "free" | null;

/**
 * Has an expression read other metrics whose unit is another, as changes of its text. With `keep: "series"` the same series come out, and constants that they are compared with
 * are brought to the new unit: `util > 90` becomes `util_ratio > 0.9`. With `keep: "values"` they come out with the values they had: `util_ratio * 100 > 90`. Null where neither
 * is certain: functions that are not linear, sums of what changes and what does not.
 */
export const rescale = (
  expression: { readonly text: string; readonly root: PromqlNode },
  newOf: (selector: MetricSelector) => MetricRename | null,
  keep: "series" | "values",
): readonly Change[] | null => {
  const draft = openDraft(expression.text);

  const factorOf = (node: PromqlNode): Factor => {
    switch (node.kind) {
      case "number":
      case "string":
        return "free";
      case "selector":
        return ofSelector(node.selector);
      case "range":
      case "unary":
        return factorOf(node.of);
      case "call":
        return ofCall(node);
      case "aggregate":
        return ofAggregate(node);
      case "binary":
        return ofBinary(node);
      default:
        return null;
    }
  };

  const ofSelector = (selector: MetricSelector): Factor => {
    const fresh = newOf(selector);
    if (fresh === null) return 1;
    if (selector.name === null) return null;
    draft.replace(selector.name, fresh.name);
    return fresh.factor;
  };

  const ofCall = ({ name, args }: NodeOf<"call">): Factor => {
    const factors = args.map(factorOf).filter((one) => one !== "free");
    if (factors.includes(null)) return null;
    const [factor = "free"] = factors;
    if (factors.some((one) => one !== factor)) return null;
    if (factor === 1 || factor === "free" || linear.has(name)) return factor;
    return blind.has(name) ? 1 : null;
  };

  const ofAggregate = ({ name, args }: NodeOf<"aggregate">): Factor => {
    const [factor = null, ...parameters] = args.map(factorOf).toReversed();
    if (parameters.some((one) => one !== "free" && one !== 1)) return null;
    if (factor === null || factor === 1 || factor === "free" || linearAggregates.has(name)) return factor;
    return ["count", "group"].includes(name) ? 1 : null;
  };

  const ofBinary = (node: NodeOf<"binary">): Factor => {
    const { base, links } = chainOf(node);
    if (links.length > 0) return ofChain(base, links);
    const { op, left, right } = node;
    const [a, b] = [factorOf(left), factorOf(right)];
    if (a === null || b === null) return null;
    if (a === "free" && b === "free") return "free";
    if (op === "*" || op === "/") return ofProduct(node, a, b);
    if (op === "and" || op === "unless") return a;
    if (op === "^" || op === "atan2") return [a, b].every((one) => one === "free" || one === 1) ? 1 : null;
    return ofAlike(node, a, b);
  };

  /** A constant takes the factor up, so that the value stays: `used / 1024` in MiB is `used / 1073741824` in bytes, and `used * 1024 * 1024` is `used`. */
  const ofProduct = ({ op, left, right }: NodeOf<"binary">, a: number | "free", b: number | "free"): Factor => {
    if (a !== "free" && b !== "free") return op === "*" ? a * b : a / b;
    const value = constantOf(a === "free" ? left : right);
    if (value === null) return null;
    const factor = Number(a === "free" ? b : a);
    if (factor !== 1)
      draft.replace(a === "free" ? left : right, numberText(op === "*" ? value / factor : value * factor));
    return 1;
  };

  /** Constants behind it, one after the other: what they make together counts. */
  const ofChain = (base: PromqlNode, links: readonly Link[]): Factor => {
    const factor = factorOf(base);
    if (factor === null || factor === "free" || factor === 1) return factor;
    const rest = links.reduce(
      (product, { node, value }) => (node.op === "*" ? product * value : product / value),
      1 / factor,
    );
    const spans = links.map(({ node }) => withOperator(node, expression.text));
    if (numberText(rest) === "1" && !spans.includes(null)) {
      for (const span of spans) if (span !== null) draft.remove(span);
      return 1;
    }
    const [last] = links;
    if (last !== undefined)
      draft.replace(last.node.right, numberText(last.node.op === "*" ? last.value / factor : last.value * factor));
    return 1;
  };

  /** Both sides have to have one unit. */
  const ofAlike = (node: NodeOf<"binary">, a: number | "free", b: number | "free"): Factor => {
    const { op, left, right, bool } = node;
    const factor = a === "free" ? b : a;
    if (factor === "free") return null;
    const result = comparisons.includes(op) && bool ? 1 : factor;
    if (a === b || factor === 1) return a === b || a === "free" || b === "free" ? result : bringBoth(node, a, b);
    if (keep === "values" || (a !== "free" && b !== "free")) return bringBoth(node, a, b);
    const constant = inVector(a === "free" ? left : right);
    const value = constantOf(constant);
    if (value === null) return null;
    if (value !== 0) draft.replace(constant, numberText(value * factor));
    return result;
  };

  /** Both sides back to the units they had. */
  const bringBoth = ({ left, right }: NodeOf<"binary">, a: number | "free", b: number | "free"): Factor => {
    if (a !== "free" && a !== 1) bring(left, a);
    if (b !== "free" && b !== 1) bring(right, b);
    return 1;
  };

  /** Brings a node back to the unit it had. */
  const bring = (node: PromqlNode, factor: number): void => {
    const to = node.to + modifiersAt(expression.text, node.to);
    // Behind `offset 5m` a multiplication could be one of the duration.
    const loose = to > node.to || (node.kind === "binary" && !["*", "/", "^"].includes(node.op));
    if (loose) draft.before(node.from, "(");
    const by = factor > 1 ? ` / ${numberText(factor)}` : ` * ${numberText(1 / factor)}`;
    draft.after(to, `${loose ? ")" : ""}${by}`);
  };

  /** Of an alert only what it fires for counts, not the value: the sides of `or` need not agree. */
  const ofAlert = (node: PromqlNode): Factor => {
    if (node.kind !== "binary" || !setOperators.includes(node.op)) return factorOf(node);
    const sides = [ofAlert(node.left), ofAlert(node.right)];
    return sides.includes(null) ? null : 1;
  };

  const factor = keep === "series" ? ofAlert(expression.root) : factorOf(expression.root);
  if (factor === null) return null;
  if (keep === "values" && factor !== 1 && factor !== "free") bring(valuesOf(expression.root), factor);
  return draft.changes();
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

/** From behind the left side, and the parentheses around it, to the end of the right one; null where that stands in parentheses. */
const withOperator = ({ left, right }: NodeOf<"binary">, text: string): Span | null => {
  const gap = /^([\s)]*)[*/]\s*$/.exec(text.slice(left.to, right.from));
  return gap === null ? null : { from: left.to + (gap[1] ?? "").trimEnd().length, to: right.to };
};

/** The constant that `vector(…)` makes a series of. */
const inVector = (node: PromqlNode): PromqlNode =>
  node.kind === "call" && node.name === "vector" ? (node.args[0] ?? node) : node;

/** What passes `and` and `unless` has the values of the left side. */
const valuesOf = (node: PromqlNode): PromqlNode =>
  node.kind === "binary" && ["and", "unless"].includes(node.op) ? valuesOf(node.left) : node;

/** The length of `offset 5m` and `@ end()` behind a selector. */
const modifiersAt = (text: string, at: number): number =>
  /^(?:\s*(?:offset\s*(?:-\s*)?\w+|@\s*(?:start\(\)|end\(\)|[\d.]+)))*/i.exec(text.slice(at))?.[0].length ?? 0;

/** Changes of a text that may meet at one place. */
const openDraft = (text: string) => {
  const changes: Change[] = [];
  const put = (index: number, change: Change): void => {
    if (index === -1) changes.push(change);
    else changes[index] = change;
  };
  return {
    replace: ({ from, to }: Span, by: string): void => put(-1, { from, to, text: by }),
    remove: ({ from, to }: Span): void => put(-1, { from, to, text: "" }),
    before: (at: number, added: string): void => {
      const index = changes.findIndex(({ from }) => from === at);
      const known = changes[index] ?? { from: at, to: at + 1, text: text.slice(at, at + 1) };
      put(index, { ...known, text: added + known.text });
    },
    after: (at: number, added: string): void => {
      const index = changes.findIndex(({ to }) => to === at);
      const known = changes[index] ?? { from: at - 1, to: at, text: text.slice(at - 1, at) };
      put(index, { ...known, text: known.text + added });
    },
    changes: (): readonly Change[] => changes.toSorted((a, b) => a.from - b.from),
  };
};

/** Without the dust of binary fractions: `0.9`, not `0.9000000000000001`. */
const numberText = (value: number): string => String(Number(value.toPrecision(12)));

/** Functions whose value is so many times as large when that of their argument is. */
const linear: ReadonlySet<string> = new Set([
  ...["rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear"],
  ...["avg_over_time", "min_over_time", "max_over_time", "sum_over_time", "last_over_time", "first_over_time"],
  ...["quantile_over_time", "stddev_over_time", "mad_over_time", "abs", "sort", "sort_desc"],
  ...["label_replace", "label_join", "sort_by_label", "sort_by_label_desc", "scalar", "vector"],
]);

/** Functions that do not look at values, or only at whether they differ. */
const blind: ReadonlySet<string> = new Set([
  ...["absent", "absent_over_time", "present_over_time", "count_over_time", "changes", "resets", "timestamp", "sgn"],
]);

const linearAggregates: ReadonlySet<string> = new Set([
  ...["sum", "avg", "min", "max", "topk", "bottomk", "limitk", "limit_ratio", "quantile", "stddev"],
]);
