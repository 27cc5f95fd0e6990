import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../core/span.ts";
import { type LabelMatcher, type MetricSelector, matchOperators } from "./syntax.ts";
import { unquote } from "./unquote.ts";

/**
 * The selector that a VectorSelector node stands for; `clear` is false where a part of it could not be read. A `sound`
 * tree has no error anywhere.
 */
export const readSelector = (
  node: SyntaxNode,
  text: string,
  around: {
    readonly range: string | null;
    readonly offset: string | null;
    readonly sound: boolean;
    readonly isOpen: (value: string) => boolean;
  },
): { readonly selector: MetricSelector; readonly clear: boolean } => {
  const parts = [...partsOf(node, text)].map((part) =>
    part !== null && around.isOpen(part.value) ? { ...part, open: true as const } : part,
  );
  const identifier = node.getChild("Identifier");
  const names = parts.filter((part) => part !== null && part.name === "__name__" && part.op === "=");
  const exact = identifier === null ? (names[0] ?? null) : null;
  const name: Span | null = identifier ?? exact;
  const selector = {
    metric: identifier !== null ? text.slice(identifier.from, identifier.to) : (exact?.value ?? null),
    name: name === null ? null : { from: name.from, to: name.to },
    matchers: parts.filter((part) => part !== null && part !== exact).filter((part) => part !== null),
    range: around.range,
    offset: around.offset,
    from: node.from,
    to: node.to,
  };
  return { selector, clear: (around.sound || !hasError(node)) && !parts.includes(null) };
};

function* partsOf(node: SyntaxNode, text: string): Generator<LabelMatcher | null> {
  const list = node.getChild("LabelMatchers");
  for (let child = list?.firstChild ?? null; child !== null; child = child.nextSibling) {
    if (child.name === "QuotedLabelName") yield quotedName(child, text);
    else if (child.name === "UnquotedLabelMatcher" || child.name === "QuotedLabelMatcher") yield matcher(child, text);
  }
}

/** Since Prometheus 3 the metric's name may stand quoted between the matchers: `{"name", job="x"}`. */
const quotedName = ({ from, to }: SyntaxNode, text: string): LabelMatcher | null => {
  const value = unquote(text.slice(from, to));
  return value === null ? null : { name: "__name__", op: "=", value, from, to };
};

const matcher = (node: SyntaxNode, text: string): LabelMatcher | null => {
  const label = node.getChild("LabelName") ?? node.getChild("QuotedLabelName");
  const operator = node.getChild("MatchOp");
  const literal = node.getChild("StringLiteral");
  if (label === null || operator === null || literal === null) return null;
  const written = text.slice(label.from, label.to);
  const name = label.name === "LabelName" ? written : unquote(written);
  const op = matchOperators.find((one) => one === text.slice(operator.from, operator.to));
  const value = unquote(text.slice(literal.from, literal.to));
  return name === null || op === undefined || value === null ? null : { name, op, value, from: node.from, to: node.to };
};

/** Whether the grammar had to guess or skip somewhere below the node. */
export const hasError = (node: SyntaxNode): boolean => {
  let found = false;
  node.cursor().iterate(({ type }) => {
    found ||= type.isError;
    return !found;
  });
  return found;
};
