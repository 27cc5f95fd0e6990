import { measureOf } from "../../dcgm/measure.ts";
import { expressionMeasure } from "../../promql/expression-measure.ts";
import type { Measure } from "../../promql/measure.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import type { World } from "../../world/world.ts";
import { answeredOnce, recordingsIn } from "../rules/recorded-from.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";

/**
 * What the values of a metric count: of the exporter's by their unit, of recorded ones by what they are recorded from;
 * null where that is not known.
 */
export const metricMeasures = (world: World): ((metric: string | null) => Measure | null) => {
  const exported = new Map((world.exporter.metrics ?? []).map(({ name, unit }) => [name, unit]));
  const recordings = recordingsIn(world);
  const recorded = answeredOnce((_, { expr }: RuleEntry) =>
    expressionMeasure(readExpression(expr).root, (selector) => of(selector.metric)),
  );
  const of = (metric: string | null): Measure | null => {
    if (metric === null) return null;
    const unit = exported.get(metric);
    if (unit !== undefined) return unit === null ? null : measureOf(unit);
    const last = recordings(metric).at(-1);
    return last === undefined ? null : recorded(metric, last, null);
  };
  return of;
};
