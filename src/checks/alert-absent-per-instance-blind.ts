import { isGpuMetric } from "../promql/gpu-metric-name.ts";
import { readExpression } from "../promql/parse-expression.ts";
import { nodesIn } from "../promql/syntax.ts";
import type { RuleEntry } from "../signal/rules/rule-entries.ts";
import type { Check } from "./check.ts";
import { ownAlerts, ruleProblem } from "./own/own-rules.ts";

export const alertAbsentPerInstanceBlind: Check = {
  id: "alert-absent-per-instance-blind",
  title: "`absent()` notices that all GPU exporters are gone, and nothing notices that one is.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const alerts = ownAlerts(resolution);
    if (alerts.some(watchesEach)) return;
    for (const alert of alerts)
      if (isBlind(alert))
        yield ruleProblem(
          alert,
          resolution,
          "absent() is true only when no GPU of the cluster has the metric: that one node's exporter is gone, no alert of the tree notices",
          ["expr"],
        );
  },
};

/** absent() of a GPU metric without a matcher that names one of many. */
const isBlind = ({ expr }: RuleEntry): boolean =>
  nodesIn(readExpression(expr).root).some(
    (node) =>
      node.kind === "call" &&
      node.name.startsWith("absent") &&
      nodesIn(node).some(
        (inner) =>
          inner.kind === "selector" &&
          isGpuMetric(inner.selector.metric ?? "") &&
          inner.selector.matchers.every(({ name }) => !perNode.has(name)),
      ),
  );

const perNode: ReadonlySet<string> = new Set(["hostname", "Hostname", "instance", "node", "pod", "UUID", "gpu"]);

/** Something about each target, pod or node: `up`, the DaemonSet's state, a comparison of then and now. */
const watchesEach = ({ expr }: RuleEntry): boolean => {
  const { selectors } = readExpression(expr);
  return selectors.some(
    ({ metric, matchers, offset }) =>
      (isGpuMetric(metric ?? "") && offset !== null) ||
      (!isGpuMetric(metric ?? "") && matchers.some(({ value }) => /dcgm/i.test(value))),
  );
};
