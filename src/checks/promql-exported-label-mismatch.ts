import { isGpuMetric } from "../promql/gpu-metric-name.ts";
import { labelSources } from "../promql/label-reads.ts";
import { type NodeOf, nodesIn, type PromqlNode } from "../promql/syntax.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import { scrapedTargets } from "../signal/scrape/scraped-targets.ts";
import type { Check } from "./check.ts";
import { expressionFix, expressionProblem } from "./problem/expression-problem.ts";

export const promqlExportedLabelMismatch: Check = {
  id: "promql-exported-label-mismatch",
  title: "GPU metrics are grouped by the exporter's pod where the workload's was meant.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const targets = scrapedTargets(resolution.world).gpu;
    const labels = new Set(resolution.world.exporter.labels ?? []);
    // With honorLabels the workload's labels keep their names.
    if (targets.length === 0 || targets.some(({ honorLabels }) => honorLabels)) return;
    for (const used of usedExpressions(resolution))
      for (const node of nodesIn(used.expression.root)) {
        if (node.kind !== "aggregate" || node.grouping === null || node.grouping.without || !readsOnlyGpu(node))
          continue;
        // What label_replace() makes of another label is none of the exporter's own.
        const isExporters = (label: string): boolean => node.args.every((arg) => !labelSources(arg, label).made);
        const taken = node.grouping.labels.filter(
          (label) => workload.includes(label) && labels.has(label) && isExporters(label),
        );
        // Together with the exporter's instance or job it is its own pod that is meant.
        if (taken.length === 0 || node.grouping.labels.some((label) => ofTarget.has(label))) continue;
        const edits = used.expression.labelUses
          .filter(
            ({ where, name, from }) => where === "by" && taken.includes(name) && from >= node.from && from < node.to,
          )
          .map(({ name, from, to }) => ({ from, to, text: `exported_${name}` }));
        yield expressionProblem(
          used,
          edits[0] ?? node,
          `${taken.join(", ")} of a GPU metric is the exporter's own, because the monitor does not honour labels; that of the workload is ${taken.map((label) => `exported_${label}`).join(", ")}`,
          { fix: expressionFix(used, `Group by ${taken.map((label) => `exported_${label}`).join(", ")}.`, edits) },
        );
      }
  },
};

const workload: readonly string[] = ["pod", "namespace", "container"];
const ofTarget: ReadonlySet<string> = new Set(["instance", "job", "endpoint", "service"]);

const readsOnlyGpu = (node: NodeOf<"aggregate">): boolean => {
  const metrics = nodesIn(node).flatMap(metricOf).toArray();
  return metrics.length > 0 && metrics.every(isGpuMetric);
};

const metricOf = (node: PromqlNode): readonly string[] =>
  node.kind === "selector" ? [node.selector.metric ?? ""] : [];
