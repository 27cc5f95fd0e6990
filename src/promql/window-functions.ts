import type { Span } from "../core/span.ts";
import { type MetricSelector, nodesIn, type PromqlNode } from "./syntax.ts";

/** Functions that look at how a counter rises. https://prometheus.io/docs/prometheus/latest/querying/functions/ */
export const counterFunctions: ReadonlySet<string> = new Set(["rate", "irate", "increase", "resets"]);

/** Functions that need two samples of the window. */
export const twoSampleFunctions: ReadonlySet<string> = new Set([
  ...["rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear", "double_exponential_smoothing"],
]);

/** A function over a window of one metric's raw samples, e.g. `rate(x[5m])`. */
export interface WindowedCall extends Span {
  readonly name: string;
  readonly selector: MetricSelector;
  /** As written, e.g. `5m`. */
  readonly window: string;
}

/** Every function over a window of raw samples; subqueries have steps of their own. */
export const windowedCallsIn = (root: PromqlNode): readonly WindowedCall[] =>
  nodesIn(root)
    .flatMap((node): readonly WindowedCall[] => {
      if (node.kind !== "call") return [];
      const range = node.args.find((arg) => arg.kind === "range");
      if (range?.kind !== "range" || range.subquery || range.of.kind !== "selector") return [];
      const { from, to } = node;
      return [{ name: node.name, selector: range.of.selector, window: range.window, from, to }];
    })
    .toArray();
