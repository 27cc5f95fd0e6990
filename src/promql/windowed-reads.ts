import { parseDuration } from "./prometheus-duration.ts";
import { childrenOf, type MetricSelector, type NodeOf, type PromqlNode } from "./syntax.ts";
import { thresholdOf } from "./threshold.ts";

/** What a value is compared with; null where it is compared with nothing that is known. */
export type Bound = { readonly op: string; readonly value: number } | null;

/** What an alert's expression is compared with as a whole: it fires for whatever is there. */
export const anyValue: Bound = { op: ">", value: 0 };

/** A selector, and how its window delays what it says. */
export interface WindowedRead {
  readonly selector: MetricSelector;
  /**
   * The longest time in milliseconds from a change of the series to that of the result: `max_over_time(x[1h]) > 0`
   * holds at the first sample above 0, while `avg_over_time(x[1h]) > 90` may need the whole hour. Null where a
   * subquery decides.
   */
  readonly windowMs: number | null;
  /** What its value is compared with in the end. */
  readonly bound: Bound;
}

/**
 * Everything that an expression reads, where its value is compared with `bound`.
 * https://prometheus.io/docs/prometheus/latest/querying/functions/
 */
export const windowedReads = (node: PromqlNode, bound: Bound): readonly WindowedRead[] => {
  if (node.kind === "selector") return [{ selector: node.selector, windowMs: 0, bound }];
  const [threshold] = thresholdOf(node);
  if (threshold !== undefined) return windowedReads(threshold.of, threshold);
  const range = node.kind === "call" ? node.args.find((arg) => arg.kind === "range") : undefined;
  if (node.kind === "call" && range?.kind === "range") return inWindow(node.name, range, bound);
  // The sum of two rates passes a threshold when one of them does, at the latest.
  const inner = node.kind === "binary" && !isSet(node.op) ? null : bound;
  return childrenOf(node).flatMap((child) => windowedReads(child, inner));
};

const isSet = (op: string): boolean => op === "and" || op === "or" || op === "unless";

const inWindow = (name: string, { of, window, subquery }: NodeOf<"range">, bound: Bound): readonly WindowedRead[] => {
  const windowMs = subquery ? null : firstSampleDecides(name, bound) ? 0 : parseDuration(window);
  const inner = keepsValue.has(name) ? bound : null;
  return windowedReads(of, inner).map((read) => ({ ...read, windowMs }));
};

const firstSampleDecides = (name: string, bound: Bound): boolean => {
  if (lastSamples.has(name)) return true;
  if (bound === null) return false;
  const rises = bound.op === ">" || bound.op === ">=" || bound.op === "==";
  if (name === "max_over_time") return rises;
  if (name === "min_over_time") return bound.op === "<" || bound.op === "<=" || bound.op === "==";
  // One sample makes them more than nothing.
  return rises && countsUp.has(name) && bound.value <= 0;
};

/** Only the newest samples of the window count. */
const lastSamples: ReadonlySet<string> = new Set(["last_over_time", "present_over_time", "irate", "idelta"]);
/** Their result is one of the samples. */
const keepsValue: ReadonlySet<string> = new Set(["max_over_time", "min_over_time", "last_over_time"]);
const countsUp: ReadonlySet<string> = new Set([
  ...["rate", "increase", "delta", "deriv", "changes", "resets", "count_over_time", "sum_over_time", "avg_over_time"],
]);
