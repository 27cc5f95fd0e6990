import { counterFunctions, windowedCallsIn } from "../promql/window-functions.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const promqlRateOnGauge: Check = {
  id: "promql-rate-on-gauge",
  title: "A function for counters is applied to a gauge: every fall counts as a restart.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const used of usedExpressions(resolution))
      for (const { name, selector, from, to } of windowedCallsIn(used.expression.root)) {
        if (!counterFunctions.has(name) || selector.metric === null) continue;
        if (resolution.known.typeOf(selector.metric) !== "gauge") continue;
        yield expressionProblem(
          used,
          { from, to },
          `${selector.metric} is a gauge, and ${name}() takes every fall of it for a restart of a counter: the result means nothing`,
          { fix: { description: advice(name, selector.metric), edits: [] } },
        );
      }
  },
};

/** Of codes and bit masks, such as the last XID, neither a difference nor a slope means anything. */
const advice = (name: string, metric: string): string =>
  /XID_ERRORS|(?:EVENT|THROTTLE)_REASONS/.test(metric)
    ? `Its values are codes: use changes() for when another one came, or compare ${metric} itself with the code that is meant.`
    : (instead[name] ?? "Use a function for gauges.");

const instead: Readonly<Record<string, string>> = {
  rate: "Use deriv() for the slope of a gauge, or the gauge itself where it is a rate already.",
  irate: "Use the gauge itself, or idelta() for its last change.",
  increase: "Use delta() for the change of a gauge, or changes() for how often it changed.",
  resets: "Use changes() for how often a gauge changed.",
};
