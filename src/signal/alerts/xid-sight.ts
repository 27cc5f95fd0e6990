import { lastXid, xidCarrier, xidLabels, xidsInTotal, xidsInWindow } from "../../dcgm/xid-metrics.ts";
import { accepts } from "../../promql/matcher.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import type { LabelMatcher, MetricSelector, NodeOf, PromqlNode } from "../../promql/syntax.ts";
import { answeredOnce, type Recordings } from "../rules/recorded-from.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";
import { either, ofBinary, speaks, type XidSight } from "./xid-operators.ts";

const other: XidSight = { of: "other", value: null };
const count: XidSight = { of: "count" };
const sum: XidSight = { of: "sum" };
const unclear: XidSight = { of: "unclear" };

/** Follows expressions for one code, recording rules to what they are made of, each once. */
export const xidSights = (code: number, recordings: Recordings): ((root: PromqlNode) => XidSight) => {
  const recorded = answeredOnce((_, made: readonly RuleEntry[]) =>
    made.map(({ expr }) => see(readExpression(expr).root)).reduce(either, null),
  );
  // What records itself has nothing at first.
  const recordedAs = (metric: string): XidSight => {
    const made = recordings(metric);
    return made.length === 0 ? other : recorded(metric, made, null);
  };
  const see = (node: PromqlNode): XidSight => {
    switch (node.kind) {
      case "number":
        return { of: "other", value: node.value };
      case "string":
        return other;
      case "selector":
        return ofSelector(node.selector, code, recordedAs);
      case "range":
        return see(node.of);
      case "unary":
        return negated(node, see(node.of));
      case "call":
        return ofCall(node, see);
      case "aggregate":
        return ofAggregate(node, see);
      case "binary":
        return ofBinary(node, see);
      default:
        return unclear;
    }
  };
  return see;
};

const ofSelector = (
  { metric, matchers }: MetricSelector,
  code: number,
  recordedAs: (metric: string) => XidSight,
): XidSight => {
  if (metric === null) return mayMeanXids(matchers) ? unclear : other;
  const carrier = xidCarrier(metric);
  const sight =
    carrier === null ? recordedAs(metric) : carrier === "count" ? count : { of: "code" as const, value: code };
  if (!speaks(sight)) return sight;
  const labels = carrier === null ? Object.values(xidLabels) : [xidLabels[carrier]];
  if (matchers.some((one) => labels.includes(one.name) && accepts(one, `${code}`) === false)) return null;
  // Messages of the driver differ from release to release.
  return matchers.some(({ name }) => name === "err_msg") ? unclear : sight;
};

const mayMeanXids = (matchers: readonly LabelMatcher[]): boolean => {
  const onName = matchers.filter(({ name }) => name === "__name__");
  const names = [...lastXid, xidsInWindow.name, xidsInTotal.name];
  return onName.length > 0 && names.some((name) => onName.every((one) => accepts(one, name) !== false));
};

const negated = ({ op }: NodeOf<"unary">, sight: XidSight): XidSight => {
  if (op !== "-" || sight === null || !("value" in sight) || sight.value === null) return sight;
  return { ...sight, value: -sight.value };
};

/** These give one of the values that they are given. */
const passing: ReadonlySet<string> = new Set([
  ...["scalar", "vector", "sort", "sort_desc", "sort_by_label", "sort_by_label_desc", "label_replace", "label_join"],
  ...["abs", "ceil", "floor", "round", "last_over_time", "first_over_time", "max_over_time", "min_over_time"],
]);
/** These count what happened, or say that something did. */
const counting: ReadonlySet<string> = new Set([
  ...["changes", "resets", "increase", "rate", "irate", "delta", "idelta", "deriv", "count_over_time"],
  ...["present_over_time"],
]);

const ofCall = ({ name, args }: NodeOf<"call">, see: (node: PromqlNode) => XidSight): XidSight => {
  if (name === "absent" || name === "absent_over_time" || name === "timestamp") return other;
  const seen = args.map(see);
  if (seen.includes(null)) return null;
  const spoken = seen.find(speaks);
  if (!spoken) return other;
  if (spoken.of === "unclear" || passing.has(name)) return spoken;
  if (counting.has(name) || spoken.of === "count") return count;
  return name === "sum_over_time" || name === "avg_over_time" ? sum : unclear;
};

const ofAggregate = ({ name, args }: NodeOf<"aggregate">, see: (node: PromqlNode) => XidSight): XidSight => {
  const sight = see(args.at(-1) ?? { kind: "unclear", from: 0, to: 0 });
  if (sight === null || sight.of === "other" || sight.of === "unclear") return sight;
  if (["max", "min", "topk", "bottomk", "limitk", "limit_ratio"].includes(name)) return sight;
  if (sight.of === "count" || ["count", "group", "count_values"].includes(name)) return count;
  return name === "sum" || name === "avg" ? sum : unclear;
};
