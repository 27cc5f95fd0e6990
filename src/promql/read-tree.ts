import type { SyntaxNode } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import type { Span } from "../core/span.ts";
import { readNumber } from "./read-number.ts";
import { hasError, readSelector } from "./read-selector.ts";
import type { LabelUse, Matching, MetricSelector, PromqlNode } from "./syntax.ts";
import { unquote } from "./unquote.ts";

export interface ReadTree {
  readonly root: PromqlNode;
  /** False where the grammar could not make sense of all of the text. */
  readonly complete: boolean;
  readonly selectors: readonly MetricSelector[];
  readonly functions: readonly string[];
  readonly labelUses: readonly LabelUse[];
}

/** Deeper than people write, and shallow enough for the stack and for passes that look at each part from each level. */
const deepest = 250;

/** The expression as a tree. What cannot be understood becomes an `unclear` node; it never throws. */
export const readTree = (text: string, isOpen: (value: string) => boolean): ReadTree => {
  const top = parser.parse(text).topNode;
  const sound = !hasError(top);
  const reader = new TreeReader(text, sound, isOpen);
  const first = spoken(top.firstChild);
  const unclear: PromqlNode = { kind: "unclear", from: 0, to: text.length };
  const root = first === null ? unclear : reader.read(first, { depth: 0, range: null, offset: null, before: null });
  const single = first !== null && spoken(first.nextSibling) === null;
  return {
    root: single ? root : unclear,
    complete: single && sound && !reader.confused,
    selectors: reader.selectors,
    functions: [...reader.functions].sort(),
    labelUses: reader.labelUses,
  };
};

/** The node itself, or the first after it that is no comment. */
const spoken = (node: SyntaxNode | null): SyntaxNode | null => {
  let here = node;
  while (here !== null && here.name === "LineComment") here = here.nextSibling;
  return here;
};

const spanOf = ({ from, to }: SyntaxNode): Span => ({ from, to });

interface Around {
  readonly depth: number;
  readonly range: string | null;
  readonly offset: string | null;
  /** The same of the left sides of operators: in `a / b offset 1h` the grammar moves both, and Prometheus only `b`. */
  readonly before: string | null;
}

class TreeReader {
  readonly selectors: MetricSelector[] = [];
  readonly functions = new Set<string>();
  readonly labelUses: LabelUse[] = [];
  confused = false;
  readonly #text: string;
  readonly #sound: boolean;
  readonly #isOpen: (value: string) => boolean;

  constructor(text: string, sound: boolean, isOpen: (value: string) => boolean) {
    this.#text = text;
    this.#sound = sound;
    this.#isOpen = isOpen;
  }

  read(node: SyntaxNode, around: Around): PromqlNode {
    const inside = { ...around, depth: around.depth + 1 };
    if (around.depth > deepest) return this.#giveUp(node);
    if (node.type.isError) return this.#giveUp(node);
    switch (node.name) {
      case "ParenExpr":
        return this.#first(node, { ...inside, before: inside.offset });
      case "StepInvariantExpr":
      case "AnchoredExpr":
      case "SmoothedExpr":
        return this.#first(node, inside);
      case "OffsetExpr":
        return this.#first(node, {
          ...inside,
          offset: this.#textOf(node.getChild("OffsetDurationExpr")),
          before: inside.before,
        });
      case "MatrixSelector":
        return this.#range(node, inside, false);
      case "SubqueryExpr":
        return this.#range(node, inside, true);
      case "NumberDurationLiteral":
        return { kind: "number", value: readNumber(this.#textOf(node)), ...spanOf(node) };
      case "StringLiteral":
        return this.#string(node);
      case "VectorSelector":
        return this.#selector(node, around);
      case "UnaryExpr":
        return { kind: "unary", op: this.#textOf(node.firstChild), of: this.#first(node, inside), ...spanOf(node) };
      case "FunctionCall":
        return this.#call(node, inside);
      case "AggregateExpr":
        return this.#aggregate(node, inside);
      case "BinaryExpr":
        return this.#binary(node, inside);
      default:
        return this.#giveUp(node);
    }
  }

  #giveUp(node: SyntaxNode): PromqlNode {
    this.confused = true;
    return { kind: "unclear", ...spanOf(node) };
  }

  #range(node: SyntaxNode, around: Around, subquery: boolean): PromqlNode {
    const window = this.#textOf(node.getChild("DurationExpr"));
    const of = this.#first(node, { ...around, range: subquery ? null : window });
    return { kind: "range", of, window, subquery, ...spanOf(node) };
  }

  #first(node: SyntaxNode, around: Around): PromqlNode {
    return this.#operands(node, around)[0] ?? this.#giveUp(node);
  }

  /** The children that are expressions. An error among the children means that something was left out. */
  #operands(node: SyntaxNode, around: Around, first: Around = around): readonly PromqlNode[] {
    const found: PromqlNode[] = [];
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.type.isError) this.confused = true;
      else if (expressions.has(child.name)) found.push(this.read(child, found.length === 0 ? first : around));
    }
    return found;
  }

  #string(node: SyntaxNode): PromqlNode {
    const value = unquote(this.#textOf(node));
    return value === null ? this.#giveUp(node) : { kind: "string", value, ...spanOf(node) };
  }

  #selector(node: SyntaxNode, { range, offset }: Around): PromqlNode {
    const { selector, clear } = readSelector(node, this.#text, {
      range,
      offset,
      sound: this.#sound,
      isOpen: this.#isOpen,
    });
    if (!clear) return this.#giveUp(node);
    this.selectors.push(selector);
    for (const { name, from, to } of selector.matchers)
      this.labelUses.push({ name, where: "matcher", from, to: Math.min(to, from + name.length) });
    return { kind: "selector", selector, ...spanOf(node) };
  }

  #call(node: SyntaxNode, around: Around): PromqlNode {
    const name = this.#textOf(node.getChild("FunctionIdentifier"));
    this.functions.add(name);
    return { kind: "call", name, args: this.#args(node, around), ...spanOf(node) };
  }

  #args(node: SyntaxNode, around: Around): readonly PromqlNode[] {
    const body = node.getChild("FunctionCallBody");
    return body === null ? [this.#giveUp(node)] : this.#operands(body, { ...around, range: null });
  }

  #aggregate(node: SyntaxNode, around: Around): PromqlNode {
    const name = this.#textOf(node.getChild("AggregateOp")).toLowerCase();
    const modifier = node.getChild("AggregateModifier");
    const without = modifier?.getChild("Without") !== null && modifier !== null;
    const grouping =
      modifier === null
        ? null
        : { without, labels: this.#labels(modifier.getChild("GroupingLabels"), without ? "without" : "by") };
    return { kind: "aggregate", name, args: this.#args(node, around), grouping, ...spanOf(node) };
  }

  #binary(node: SyntaxNode, around: Around): PromqlNode {
    const [left, right] = this.#operands(node, around, { ...around, offset: around.before });
    const op = this.#operator(node);
    if (left === undefined || right === undefined) return this.#giveUp(node);
    const fill = node.getChild("FillModifier");
    const both = fill !== null && fill.getChild("FillClause") !== null;
    return {
      kind: "binary",
      ...spanOf(node),
      op,
      bool: node.getChild("BoolModifier") !== null,
      left,
      right,
      matching: this.#matching(node.getChild("MatchingModifierClause")),
      filled: {
        left: both || (fill !== null && fill.getChild("FillLeftClause") !== null),
        right: both || (fill !== null && fill.getChild("FillRightClause") !== null),
      },
    };
  }

  #operator(node: SyntaxNode): string {
    const token = spoken(spoken(node.firstChild)?.nextSibling ?? null);
    return this.#textOf(token).toLowerCase();
  }

  #matching(clause: SyntaxNode | null): Matching | null {
    if (clause === null) return null;
    const on = clause.getChild("On") !== null;
    const [labels = null, include = null] = clause.getChildren("GroupingLabels");
    return {
      on,
      labels: this.#labels(labels, on ? "on" : "ignoring"),
      many: clause.getChild("GroupLeft") !== null ? "left" : clause.getChild("GroupRight") !== null ? "right" : null,
      include: this.#labels(include, "include"),
    };
  }

  #labels(list: SyntaxNode | null, where: LabelUse["where"]): readonly string[] {
    if (list === null) return [];
    const names: string[] = [];
    for (let child = list.firstChild; child !== null; child = child.nextSibling) {
      if (child.type.isError) this.confused = true;
      const written = this.#textOf(child);
      const name = child.name === "QuotedLabelName" ? unquote(written) : child.name === "LabelName" ? written : null;
      if (name === null) continue;
      names.push(name);
      this.labelUses.push({ name, where, from: child.from, to: child.to });
    }
    return names;
  }

  #textOf(node: SyntaxNode | null): string {
    return node === null ? "" : this.#text.slice(node.from, node.to);
  }
}

const expressions: ReadonlySet<string> = new Set([
  "AggregateExpr",
  "AnchoredExpr",
  "BinaryExpr",
  "FunctionCall",
  "MatrixSelector",
  "NumberDurationLiteral",
  "OffsetExpr",
  "ParenExpr",
  "SmoothedExpr",
  "StepInvariantExpr",
  "StringLiteral",
  "SubqueryExpr",
  "UnaryExpr",
  "VectorSelector",
]);
