import { isGpuMetric } from "../promql/gpu-metric-name.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import { isVariable } from "../signal/dashboards/grafana-variables.ts";
import type { Check } from "./check.ts";
import { expressionProblem, inDashboard } from "./problem/expression-problem.ts";

export const dashboardPromqlInvalid: Check = {
  id: "dashboard-promql-invalid",
  title: "A dashboard's query of GPU metrics is not PromQL.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const used of usedExpressions(resolution)) {
      const { text, complete } = used.expression;
      // Loki's queries stand in the same field; and what a variable stands for may make it whole.
      if (complete || !inDashboard(used) || isVariable(text) || !readsGpu(text)) continue;
      yield expressionProblem(
        used,
        { from: 0, to: text.length },
        "its query cannot be read as PromQL to the end: Prometheus refuses it, and the panel shows an error",
      );
    }
  },
};

const readsGpu = (text: string): boolean => (text.match(/\w+/g) ?? []).some(isGpuMetric);
