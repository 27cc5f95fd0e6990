import { measureOf } from "../../dcgm/measure.ts";
import { expressionMeasure } from "../../promql/expression-measure.ts";
import type { Measure } from "../../promql/measure.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import type { World } from "../../world/world.ts";
import { ruleEntries } from "../rules/rule-entries.ts";

/** What the values of a metric count: of the exporter's by their unit, of recorded ones by what they are recorded from; null where that is not known. */
export const metricMeasures = (world: World): ((metric: string | null) => Measure | null) => {
  const exported = new Map((world.exporter.metrics ?? []).map(({ name, unit }) => [name, unit]));
  const records = new Map(
    ruleEntries(world)
      .filter(({ kind }) => kind === "record")
      .map(({ name, expr }) => [name, expr]),
  );
  const known = new Map<string, Measure | null>();
  const of = (metric: string | null): Measure | null => {
    if (metric === null) return null;
    const unit = exported.get(metric);
    if (unit !== undefined) return unit === null ? null : measureOf(unit);
    const expr = records.get(metric);
    if (expr === undefined) return null;
    const found = known.get(metric);
    if (found !== undefined) return found;
    // What is recorded from itself is not known.
    known.set(metric, null);
    const fresh = expressionMeasure(readExpression(expr).root, (selector) => of(selector.metric));
    known.set(metric, fresh);
    return fresh;
  };
  return of;
};
