import { parseDuration } from "../promql/prometheus-duration.ts";
import { twoSampleFunctions, windowedCallsIn } from "../promql/window-functions.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import { sampleInterval } from "../signal/series/sample-interval.ts";
import type { Check } from "./check.ts";
import { expressionProblem, inDashboard } from "./problem/expression-problem.ts";

export const promqlRateRangeTooShort: Check = {
  id: "promql-rate-range-too-short",
  title: "A window is too short for two samples: the function gives nothing, or has gaps.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const used of usedExpressions(resolution)) {
      // Grafana's variables choose a dashboard's window.
      if (inDashboard(used)) continue;
      for (const call of windowedCallsIn(used.expression.root)) {
        if (!twoSampleFunctions.has(call.name)) continue;
        const window = parseDuration(call.window);
        const interval = sampleInterval(call.selector.metric ?? "", resolution.world);
        if (window === null || interval === null || window >= enough * interval.ms) continue;
        const advice = `use at least [${seconds(enough * interval.ms)}]`;
        const why = `${call.selector.metric} is ${interval.why}, and [${call.window}]`;
        yield window < 2 * interval.ms
          ? expressionProblem(
              used,
              call,
              `${why} does not hold the two samples that ${call.name}() needs every time: it gives nothing; ${advice}`,
            )
          : expressionProblem(
              used,
              call,
              `${why} leaves no room for a missed scrape: then ${call.name}() gives nothing; ${advice}`,
              {
                severity: "warning",
              },
            );
      }
    }
  },
};

/**
 * https://grafana.com/docs/grafana/latest/datasources/prometheus/#using-__rate_interval: at least four
 * times the scrape interval.
 */
const enough = 4;

const seconds = (ms: number): string => (ms % 60_000 === 0 ? `${ms / 60_000}m` : `${ms / 1000}s`);
