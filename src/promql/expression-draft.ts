import type { Span } from "../core/span.ts";
import type { NodeOf, PromqlNode } from "./syntax.ts";

/** Puts `text` in the place of `[from, to)` of an expression's text. */
export type TextChange = Span & { readonly text: string };

/** Changes of an expression's text, which may meet at one place. */
export interface ExpressionDraft {
  replace(span: Span, by: string): void;
  /** Puts a number in the place of a node. */
  setNumber(node: PromqlNode, value: number): void;
  /**
   * Takes away the operator of each node, with what stands to its right. False, and nothing is changed, where one of
   * them cannot go by itself.
   */
  dropOperators(nodes: readonly NodeOf<"binary">[]): boolean;
  /** Divides what a node gives by `factor`. */
  divide(node: PromqlNode, factor: number): void;
  /** In the order of the text. */
  changes(): readonly TextChange[];
}

/** A draft without changes. */
export const openDraft = (text: string): ExpressionDraft => {
  const changes: TextChange[] = [];
  const replace = ({ from, to }: Span, by: string): void => void changes.push({ from, to, text: by });
  return {
    replace,
    setNumber: (node, value) => replace(node, numberText(value)),
    dropOperators: (nodes) => {
      const spans = nodes.map((node) => withOperator(node, text));
      if (spans.includes(null)) return false;
      for (const span of spans) if (span !== null) replace(span, "");
      return true;
    },
    divide: (node, factor) => {
      const to = node.to + modifiersAt(text, node.to);
      // Behind `offset 5m` a multiplication could be one of the duration.
      const loose = to > node.to || (node.kind === "binary" && !["*", "/", "^"].includes(node.op));
      if (loose) addBefore(changes, text, node.from, "(");
      const by = factor > 1 ? ` / ${numberText(factor)}` : ` * ${numberText(1 / factor)}`;
      addAfter(changes, text, to, `${loose ? ")" : ""}${by}`);
    },
    changes: () => changes.toSorted((a, b) => a.from - b.from),
  };
};

const addBefore = (changes: TextChange[], text: string, at: number, added: string): void => {
  const index = changes.findIndex(({ from }) => from === at);
  const known = changes[index] ?? { from: at, to: at + 1, text: text.slice(at, at + 1) };
  put(changes, index, { ...known, text: added + known.text });
};

const addAfter = (changes: TextChange[], text: string, at: number, added: string): void => {
  const index = changes.findIndex(({ to }) => to === at);
  const known = changes[index] ?? { from: at - 1, to: at, text: text.slice(at - 1, at) };
  put(changes, index, { ...known, text: known.text + added });
};

const put = (changes: TextChange[], index: number, change: TextChange): void => {
  if (index === -1) changes.push(change);
  else changes[index] = change;
};

/**
 * From behind the left side, and the parentheses around it, to the end of the right one; null where
 * that stands in parentheses.
 */
const withOperator = ({ left, right }: NodeOf<"binary">, text: string): Span | null => {
  const gap = /^([\s)]*)[*/]\s*$/.exec(text.slice(left.to, right.from));
  return gap === null ? null : { from: left.to + (gap[1] ?? "").trimEnd().length, to: right.to };
};

/** The length of `offset 5m` and `@ end()` behind a selector. */
const modifiersAt = (text: string, at: number): number =>
  /^(?:\s*(?:offset\s*(?:-\s*)?\w+|@\s*(?:start\(\)|end\(\)|[\d.]+)))*/i.exec(text.slice(at))?.[0].length ?? 0;

/** Without the dust of binary fractions: `0.9`, not `0.9000000000000001`. */
export const numberText = (value: number): string => String(Number(value.toPrecision(12)));
