import { valueRange } from "../dcgm/value-range.ts";
import { expressionRange, type Range } from "../promql/expression-range.ts";
import type { MetricSelector } from "../promql/syntax.ts";
import { thresholdsIn } from "../promql/threshold.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import type { World } from "../world/world.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const promqlThresholdOutOfRange: Check = {
  id: "promql-threshold-out-of-range",
  title: "A threshold lies outside what the metric can be: the comparison never holds, or always.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const rangeOf = rangesOf(resolution.world);
    for (const used of usedExpressions(resolution))
      for (const { of, op, value, at } of thresholdsIn(used.expression.root)) {
        const range = expressionRange(of, ({ metric }: MetricSelector) => rangeOf(metric));
        const outcome = range === null ? null : outcomeOf(op, value, range);
        if (range === null || outcome === null) continue;
        const what = used.expression.text.slice(of.from, of.to);
        yield expressionProblem(
          used,
          at,
          `${what} lies between ${range.least} and ${range.most}${unitIn(used.expression.selectors, resolution.world)}, so \`${op} ${value}\` ${outcome}`,
        );
      }
  },
};

const rangesOf = (world: World): ((metric: string | null) => Range | null) => {
  const metrics = new Map((world.exporter.metrics ?? []).map((metric) => [metric.name, metric]));
  return (metric) => {
    const known = metrics.get(metric ?? "");
    return known === undefined ? null : valueRange(known);
  };
};

/** Only what cannot be meant: `>= 0` holds always, and is written to say "there is a series". */
const outcomeOf = (op: string, value: number, { least, most }: Range): string | null => {
  if (value >= least && value <= most) {
    if ((op === ">" && value === most) || (op === "<" && value === least)) return "never holds";
    return null;
  }
  const above = value > most;
  if (op === "==" || (above ? op.startsWith(">") : op.startsWith("<"))) return "never holds";
  return above && op.startsWith("<") ? "always holds" : null;
};

const unitIn = (selectors: readonly MetricSelector[], { exporter }: World): string => {
  const units = new Set(selectors.map(({ metric }) => exporter.metrics?.find(({ name }) => name === metric)?.unit));
  const [unit] = units;
  return units.size === 1 && unit !== undefined && unit !== null && unit !== "ratio" ? ` (${unit})` : "";
};
