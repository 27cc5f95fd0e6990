import { measureName, measureOf } from "../dcgm/measure.ts";
import { expressionMeasure } from "../promql/expression-measure.ts";
import { factorBetween, type Measure, sameMeasure } from "../promql/measure.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import { metricMeasures } from "../signal/series/metric-measures.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const recordingRuleUnitMismatch: Check = {
  id: "recording-rule-unit-mismatch",
  title: "A recording rule's name says another unit than its values have.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const measureOfMetric = metricMeasures(resolution.world);
    for (const used of usedExpressions(resolution)) {
      if (used.kind !== "record" || used.rule === null) continue;
      const said = measureSaid(used.rule.name);
      const is =
        said === null ? null : expressionMeasure(used.expression.root, ({ metric }) => measureOfMetric(metric));
      if (said === null || is === null || sameMeasure(said, is)) continue;
      yield expressionProblem(
        used,
        used.expression.root,
        `its name says ${measureName(said)}, and its values are in ${measureName(is)}`,
        { fix: { description: advice(said, is), edits: [] } },
      );
    }
  },
};

const advice = (said: Measure, is: Measure): string => {
  const factor = factorBetween(is, said);
  return factor === null
    ? "Give it a name that says its unit, or record what the name says."
    : `Multiply by ${factor}, or give it a name that says its unit.`;
};

/**
 * The unit at the end of a name, or of one of its parts: `instance:gpu_clock_hertz:max`.
 * https://prometheus.io/docs/practices/naming/#base-units
 */
const measureSaid = (name: string): Measure | null => {
  for (const part of name.split(":")) {
    const words = part.replace(/_(?:total|sum|avg|min|max|count)$/, "");
    const found = Object.entries(byEnding).find(([ending]) => words === ending || words.endsWith(`_${ending}`));
    if (found !== undefined) return found[1];
  }
  return null;
};

/** The longer before the shorter. */
const byEnding: Readonly<Record<string, Measure>> = {
  bytes_per_second: measureOf("bytes/s"),
  hertz: measureOf("hertz"),
  celsius: measureOf("celsius"),
  watts: measureOf("watts"),
  joules: measureOf("joules"),
  ratio: measureOf("ratio"),
  percent: measureOf("percent"),
  bytes: measureOf("bytes"),
  seconds: measureOf("seconds"),
};
