import { type Expression, readExpression } from "../../promql/parse-expression.ts";
import type { DashboardQuery } from "./dashboard-queries.ts";
import { hasVariable, type Substituted, substituted } from "./grafana-variables.ts";

/** The PromQL of a dashboard's query. */
export interface DashboardPromql {
  readonly text: string;
  /** Where it begins in the query's text. */
  readonly start: number;
  /** The label whose values a variable takes. */
  readonly label: string | null;
}

/**
 * Of a panel its query; of a variable what stands in `label_values(metric, label)` or `query_result(…)`.
 * https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/
 */
export const promqlIn = ({ text, kind }: Pick<DashboardQuery, "text" | "kind">): DashboardPromql => {
  if (kind === "panel") return { text, start: 0, label: null };
  const values = /^(\s*label_values\s*\()(?:([\s\S]*),)?\s*(\w+)\s*\)\s*$/.exec(text);
  if (values !== null) return { text: values[2] ?? "", start: (values[1] ?? "").length, label: values[3] ?? null };
  const result = /^(\s*query_result\s*\()([\s\S]*)\)\s*$/.exec(text);
  if (result !== null) return { text: result[2] ?? "", start: (result[1] ?? "").length, label: null };
  const none = /^\s*(?:metrics|label_names)\s*\(/.test(text);
  return { text: none ? "" : text, start: 0, label: null };
};

/**
 * PromQL as a dashboard has it, read with something in place of every variable, and the way back to the text as
 * written: what a variable stands for is open.
 */
export const readPromql = (text: string): Pick<Substituted, "written"> & { readonly expression: Expression } => {
  const { text: readable, written } = substituted(text);
  return { expression: readExpression(readable, hasVariable), written };
};
