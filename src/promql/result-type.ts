import type { PromqlNode, ResultType } from "./syntax.ts";

/**
 * What the expression evaluates to; null where it cannot be told. It does not judge whether the
 * types fit: promtool does.
 */
export const resultType = (node: PromqlNode): ResultType | null => {
  switch (node.kind) {
    case "number":
      return "scalar";
    case "string":
      return "string";
    case "selector":
    case "aggregate":
      return "vector";
    case "range":
      return "matrix";
    case "unary":
      return resultType(node.of);
    case "call":
      return scalarFunctions.has(node.name) ? "scalar" : "vector";
    case "binary": {
      const left = resultType(node.left);
      const right = resultType(node.right);
      if (left === "scalar" && right === "scalar") return "scalar";
      return left === null || right === null ? null : "vector";
    }
    default:
      return null;
  }
};

/** https://prometheus.io/docs/prometheus/latest/querying/functions/ : all others give vectors. */
const scalarFunctions: ReadonlySet<string> = new Set([
  "scalar",
  "time",
  "pi",
  "start",
  "end",
  "range",
  "step",
  "min_of",
  "max_of",
]);
