import { resultType } from "./result-type.ts";
import type { MetricSelector, PromqlNode } from "./syntax.ts";

/** Whether something can be there: `no` means never. */
export type Chance = "yes" | "no" | "unknown";

/** Whether an expression can ever yield a series. */
export interface Yield {
  readonly chance: Chance;
  /** The selectors on which a `no` or an `unknown` hangs. */
  readonly because: readonly MetricSelector[];
  /**
   * Selectors that never have a series although `absent` waits for one to vanish: such an
   * expression yields all the time.
   */
  readonly alwaysAbsent: readonly MetricSelector[];
}

/**
 * Whether an expression can yield a series, given whether its selectors can: `a or b` needs one of them, `a and b`
 * both, `a unless b` only a, and `absent(x)` needs x to be away. Values are not looked at.
 */
export const canYield = (node: PromqlNode, exists: (selector: MetricSelector) => Chance): Yield => {
  const inner = (child: PromqlNode): Yield => canYield(child, exists);
  switch (node.kind) {
    case "number":
    case "string":
      return certain;
    case "selector": {
      const chance = exists(node.selector);
      return { chance, because: chance === "yes" ? [] : [node.selector], alwaysAbsent: [] };
    }
    case "range":
    case "unary":
      return inner(node.of);
    case "call":
      return ofCall(node.name, node.args.map(inner));
    case "aggregate":
      return node.args.map(inner).reduce(both, certain);
    case "binary":
      return ofBinary(node, inner(node.left), inner(node.right));
    default:
      return { chance: "unknown", because: [], alwaysAbsent: [] };
  }
};

/** The selectors of such metrics without which the expression yields nothing, or, in `absent`, yields all the time. */
export const decisiveSelectors = (root: PromqlNode, isGone: (metric: string) => boolean): readonly MetricSelector[] => {
  const { because, alwaysAbsent } = canYield(root, ({ metric }) => (metric !== null && isGone(metric) ? "no" : "yes"));
  return [...because, ...alwaysAbsent];
};

const certain: Yield = { chance: "yes", because: [], alwaysAbsent: [] };

const ofCall = (name: string, args: readonly Yield[]): Yield => {
  const needed = args.reduce(both, certain);
  if (name === "absent" || name === "absent_over_time")
    return { chance: "yes", because: [], alwaysAbsent: needed.chance === "no" ? needed.because : [] };
  // scalar() of nothing is NaN, which fails most comparisons, and meets `!=`.
  if (name === "scalar" && needed.chance === "no") return { ...needed, chance: "unknown" };
  // The second argument of info() only adds labels.
  if (name === "info") return args[0] ?? needed;
  return needed;
};

const ofBinary = (node: Extract<PromqlNode, { kind: "binary" }>, left: Yield, right: Yield): Yield => {
  if (node.op === "or") return either(left, right);
  if (node.op === "unless") return left;
  const vectors = resultType(node.left) !== "scalar" && resultType(node.right) !== "scalar";
  if (vectors && node.filled.left && node.filled.right) return either(left, right);
  if (vectors && node.filled.left) return right;
  if (vectors && node.filled.right) return left;
  return both(left, right);
};

const both = (a: Yield, b: Yield): Yield => ({
  chance: a.chance === "no" || b.chance === "no" ? "no" : a.chance === "unknown" ? "unknown" : b.chance,
  // Where one side is certainly missing, what else is doubtful does not matter.
  because: [a, b].filter(({ chance }) => chance === "no" || noneMissing(a, b)).flatMap(({ because }) => because),
  alwaysAbsent: [...a.alwaysAbsent, ...b.alwaysAbsent],
});

const noneMissing = (a: Yield, b: Yield): boolean => a.chance !== "no" && b.chance !== "no";

const either = (a: Yield, b: Yield): Yield => {
  const chance = a.chance === "yes" || b.chance === "yes" ? "yes" : a.chance === "unknown" ? "unknown" : b.chance;
  return {
    chance,
    because: chance === "yes" ? [] : [...a.because, ...b.because],
    alwaysAbsent: [...a.alwaysAbsent, ...b.alwaysAbsent],
  };
};
