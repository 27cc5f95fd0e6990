import type { Expression } from "../../promql/parse-expression.ts";
import type { Hop } from "../path/signal-path.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";

/**
 * Whether the result can make alerts. promtool and the operator take range vectors and strings, and then every
 * evaluation fails: "rule result is not a vector or scalar" (Prometheus 3.14, `promtool test rules`).
 */
export const resultHop = ({ object, path }: RuleEntry, { type, text }: Expression): Hop => {
  const hop = "result-is-vector";
  if (type === null) return { hop, status: "unknown", why: "The type of the expression could not be told." };
  if (type === "vector" || type === "scalar")
    return { hop, status: "ok", why: `The expression gives a ${type === "vector" ? "vector" : "scalar"}.` };
  const at = object.locate([...path, "expr"]);
  const example =
    type === "matrix" && /\]\s*$/.test(text) ? ` Aggregate it over time, e.g. max_over_time(${text.trim()}).` : "";
  return {
    hop,
    status: "broken",
    why: `The expression gives a ${type === "matrix" ? "range vector" : "string"}, from which no alert can be made: every evaluation fails.${example}`,
    ...(at === null ? {} : { at }),
    check: "promql-rule-result-type",
  };
};
