import { type MetricRename, rescale } from "../../promql/rescale.ts";
import type { KnownMetrics } from "./metric-facts.ts";
import type { ExpressionChange, UsedExpression } from "./used-expression.ts";

/**
 * The changes by which an expression reads what the exporter calls otherwise, in its new unit; null where it is not
 * certain what it would have to say. An alert fires in the same moments as before, and where its texts print the value,
 * and in records and panels, the values stay what they were: others depend on them.
 */
export const migration = (
  { kind, expression, rule }: Pick<UsedExpression, "kind" | "expression" | "rule">,
  known: KnownMetrics,
): readonly ExpressionChange[] | null => {
  if (!expression.complete) return null;
  const printed = rule !== null && printsValue.test(Object.values({ ...rule.annotations, ...rule.labels }).join("\n"));
  return rescale(
    expression,
    ({ metric }): MetricRename | null => {
      const renamed = metric === null ? undefined : known.factsOf(metric).renamed;
      if (renamed === undefined) return null;
      // Of a variable's query the labels count.
      return kind === "variable" ? { name: renamed.name, factor: 1 } : renamed;
    },
    kind === "alert" && !printed ? "series" : "values",
  );
};

/**
 * The value of the alert, or of a query, in a template.
 * https://prometheus.io/docs/prometheus/latest/configuration/template_reference/
 */
const printsValue = /\$value\b|\.Value\b/;
