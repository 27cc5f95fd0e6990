import type { Span } from "../core/span.ts";

/** What an expression evaluates to. */
export type ResultType = "scalar" | "vector" | "matrix" | "string";

export const matchOperators = ["=", "!=", "=~", "!~"] as const;
export type MatchOperator = (typeof matchOperators)[number];

/** One label matcher of a selector, e.g. `job="nvidia-dcgm-exporter"`. */
export interface LabelMatcher extends Span {
  readonly name: string;
  readonly op: MatchOperator;
  readonly value: string;
  /** True where the value is not what Prometheus will see, so that any label may meet it. */
  readonly open?: true;
}

/** One metric selector, with what applies to it. */
export interface MetricSelector extends Span {
  /** The metric's name where it is stated exactly; null for `{__name__=~"…"}` and for selectors without a name. */
  readonly metric: string | null;
  /** Where that name stands. */
  readonly name: Span | null;
  /** Without the exact `__name__` that is {@link metric}. */
  readonly matchers: readonly LabelMatcher[];
  /** The window as written, e.g. `5m`; null for an instant selector. */
  readonly range: string | null;
  /** As written after `offset`, e.g. `1h`. */
  readonly offset: string | null;
}

/**
 * Where an expression names a label: a matcher, or a list of `by`, `without`, `on`, `ignoring`,
 * `group_left`, `group_right`.
 */
export interface LabelUse extends Span {
  readonly name: string;
  readonly where: "matcher" | "by" | "without" | "on" | "ignoring" | "include";
}

/** `on(…)` or `ignoring(…)` of a binary operator, with the side that may have many. */
export interface Matching {
  readonly on: boolean;
  readonly labels: readonly string[];
  readonly many: "left" | "right" | null;
  /** Labels that `group_left(…)` or `group_right(…)` takes over from the one side. */
  readonly include: readonly string[];
}

/**
 * An expression as a tree, each node with its place in the text. Parentheses, `offset`, `@`, `smoothed` and `anchored`
 * change no type and no label, and are left out; the place of a node is that of what stands inside them.
 */
export type PromqlNode = Span &
  (
    | {
        readonly kind: "number";
        /** Durations count in seconds; null where it cannot be told. */
        readonly value: number | null;
      }
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "selector"; readonly selector: MetricSelector }
    | {
        readonly kind: "range";
        readonly of: PromqlNode;
        /** The window as written, e.g. `5m`. */
        readonly window: string;
        /** True for `[30m:1m]`, which evaluates what it is of again and again. */
        readonly subquery: boolean;
      }
    | { readonly kind: "unary"; readonly op: string; readonly of: PromqlNode }
    | { readonly kind: "call"; readonly name: string; readonly args: readonly PromqlNode[] }
    | {
        readonly kind: "aggregate";
        readonly name: string;
        readonly args: readonly PromqlNode[];
        /** Null: no modifier, all series become one. */
        readonly grouping: { readonly without: boolean; readonly labels: readonly string[] } | null;
      }
    | {
        readonly kind: "binary";
        readonly op: string;
        /** `> bool 1` gives 0 and 1 where `> 1` gives what is above. */
        readonly bool: boolean;
        readonly left: PromqlNode;
        readonly right: PromqlNode;
        readonly matching: Matching | null;
        /** Sides for which `fill` stands in where they have no series. */
        readonly filled: { readonly left: boolean; readonly right: boolean };
      }
    /** What the grammar does not understand: nothing is said about it. */
    | { readonly kind: "unclear" }
  );

/** The kinds of nodes by name. */
export type NodeOf<Kind extends PromqlNode["kind"]> = Extract<PromqlNode, { readonly kind: Kind }>;

/** What stands directly below a node, in the order of the text. */
export const childrenOf = (node: PromqlNode): readonly PromqlNode[] => {
  switch (node.kind) {
    case "range":
    case "unary":
      return [node.of];
    case "call":
    case "aggregate":
      return node.args;
    case "binary":
      return [node.left, node.right];
    default:
      return [];
  }
};

/** The node and everything below it, from the outside in. */
export function* nodesIn(node: PromqlNode): Generator<PromqlNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesIn(child);
}

export const comparisons: readonly string[] = ["==", "!=", ">", "<", ">=", "<="];

/** The operators that work on sets of series. */
export const setOperators: readonly string[] = ["and", "or", "unless"];
