import { renamingRelease } from "../dcgm/renamed-metrics.ts";
import { decisiveSelectors } from "../promql/can-yield.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import { exporterName } from "../signal/series/gpu-metrics.ts";
import { migrationText } from "../signal/series/metric-facts.ts";
import { migration } from "../signal/series/metric-migration.ts";
import type { Check } from "./check.ts";
import { expressionFix, expressionProblem } from "./problem/expression-problem.ts";

export const dcgmMetricRenamed: Check = {
  id: "dcgm-metric-renamed",
  title: "An expression reads a GPU metric by the name that another exporter release has for it.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution: { known, world }, resolution }) {
    for (const used of usedExpressions(resolution)) {
      // Both names in one expression, joined by `or`, serve both releases.
      const isRenamed = (metric: string): boolean => known.factsOf(metric).renamed !== undefined;
      const [first, ...others] = decisiveSelectors(used.expression.root, isRenamed);
      const { renamed, status } = known.factsOf(first?.metric ?? "");
      if (first === undefined || renamed === undefined) continue;
      const metrics = new Set(others.map(({ metric }) => metric));
      metrics.delete(first.metric);
      const more = metrics.size === 0 ? "" : `, and ${metrics.size} more that it reads have other names too`;
      const changes = migration(used, known);
      const description =
        changes === null
          ? `${migrationText(renamed)} What the expression becomes depends on what it means.`
          : migrationText(renamed);
      const who = status === "unknown" ? `dcgm-exporter ${renamingRelease} and later` : exporterName(world);
      yield expressionProblem(
        used,
        first.name ?? first,
        `${who} ${status === "unknown" ? "export" : "exports"} ${first.metric} as ${renamed.name}${more}`,
        {
          // Whether the exporter's list of counters brings the new names is not known then.
          ...(status === "unknown" && { severity: "warning" }),
          fix: expressionFix(used, description, changes ?? []),
        },
      );
    }
  },
};
