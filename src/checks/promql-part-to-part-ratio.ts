import type { NodeOf, PromqlNode } from "../promql/syntax.ts";
import { constantOf, type Threshold, thresholdsIn } from "../promql/threshold.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const promqlPartToPartRatio: Check = {
  id: "promql-part-to-part-ratio",
  title: "A threshold takes used memory divided by free memory for a share of the whole.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const used of usedExpressions(resolution))
      for (const threshold of thresholdsIn(used.expression.root)) {
        const found = shareOf(threshold);
        if (found === null) continue;
        const text = ({ from, to }: PromqlNode): string => used.expression.text.slice(from, to);
        const { left, right } = found.ratio;
        yield expressionProblem(
          used,
          threshold.node,
          `${text(left)} is divided by ${text(right)}, and not by both together: \`${threshold.op} ${threshold.value}\` is met where ${found.words} of the memory is ${partIn(left)?.toLowerCase()}`,
          { fix: { description: `Divide by the whole: ${text(left)} / (${text(left)} + ${text(right)}).`, edits: [] } },
        );
      }
  },
};

interface Share {
  readonly ratio: NodeOf<"binary">;
  /** What the threshold comes to as a part of both, e.g. `more than 48.7 %`. */
  readonly words: string;
}

/** Null where the threshold is no share, or nearly the same as one: a hundredth of the rest is one of the whole. */
const shareOf = ({ of, op, value }: Threshold): Share | null => {
  const { ratio, factor } = scaled(of);
  if (ratio === null || !isPartToPart(ratio)) return null;
  // Ten times as much used as free is meant as that.
  const meant = value / factor;
  const is = meant / (1 + meant);
  if (meant > 1 || meant - is < 0.05 || !/[<>]/.test(op)) return null;
  return { ratio, words: `${op.startsWith(">") ? "more" : "less"} than ${Number((is * 100).toPrecision(3))} %` };
};

/** `100 * (a / b)`, however it is written. */
const scaled = (node: PromqlNode): { readonly ratio: NodeOf<"binary"> | null; readonly factor: number } => {
  if (node.kind !== "binary") return { ratio: null, factor: 1 };
  const { op, left, right } = node;
  const [before, behind] = [constantOf(left), constantOf(right)];
  if (op === "*" && behind !== null) return { ratio: asRatio(left), factor: behind };
  if (op === "*" && before !== null) return { ratio: asRatio(right), factor: before };
  // `100 * a / b` is read from the left.
  const inner = op === "/" && left.kind === "binary" && left.op === "*" ? left : null;
  const factor = inner === null ? null : (constantOf(inner.left) ?? constantOf(inner.right));
  if (inner === null || factor === null) return { ratio: asRatio(node), factor: 1 };
  return { ratio: { ...node, left: constantOf(inner.left) === null ? inner.left : inner.right }, factor };
};

const asRatio = (node: PromqlNode): NodeOf<"binary"> | null =>
  node.kind === "binary" && node.op === "/" ? node : null;

const isPartToPart = ({ left, right }: NodeOf<"binary">): boolean => {
  const parts = [partIn(left), partIn(right)];
  return parts.includes("USED") && parts.includes("FREE");
};

/** Which part of a GPU's memory it is, alone, over time or summed; by the names of all releases of the exporter. */
const partIn = (node: PromqlNode): string | null => {
  if (node.kind === "selector")
    return /^DCGM_FI_DEV_FB_(USED|FREE)(?:_BYTES)?$/.exec(node.selector.metric ?? "")?.[1] ?? null;
  if (node.kind === "range") return partIn(node.of);
  const [only, ...others] = node.kind === "aggregate" || node.kind === "call" ? node.args : [];
  return only === undefined || others.length > 0 ? null : partIn(only);
};
