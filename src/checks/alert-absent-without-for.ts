import { textAt } from "../kubernetes/json-fields.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import { parseDuration } from "../promql/prometheus-duration.ts";
import { type NodeOf, nodesIn } from "../promql/syntax.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import { sampleInterval } from "../signal/series/sample-interval.ts";
import type { UsedExpression } from "../signal/series/used-expression.ts";
import type { World } from "../world/world.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const alertAbsentWithoutFor: Check = {
  id: "alert-absent-without-for",
  title: "`absent()` fires at once: every restart of Prometheus or of the exporter notifies.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const used of usedExpressions(resolution)) {
      const call = used.kind === "alert" ? absentIn(used) : undefined;
      if (call === undefined) continue;
      const wait = waitOf(used);
      const needed = neededFor(call, resolution.world);
      if (wait >= needed.ms) continue;
      const has = wait === 0 ? "it has no `for`" : `its \`for\` is ${wait / 1000}s`;
      yield expressionProblem(
        used,
        call,
        `${has}, and ${needed.why}: a restart or a single missed scrape is told as if all were gone`,
      );
    }
  },
};

/** absent_over_time has its waiting in its window. */
const absentIn = ({ expression }: UsedExpression): NodeOf<"call"> | undefined =>
  nodesIn(expression.root).find((node): node is NodeOf<"call"> => node.kind === "call" && node.name === "absent");

const waitOf = ({ rule }: UsedExpression): number =>
  rule === null ? 0 : (parseDuration(textAt(valueAt(rule.object.body, rule.path), ["for"]) ?? "0") ?? 0);

/** Two missed scrapes; of a metric whose interval is not known, any waiting is enough. */
const neededFor = (call: NodeOf<"call">, world: World): { readonly ms: number; readonly why: string } => {
  const inner = nodesIn(call).find((node) => node.kind === "selector");
  const metric = inner?.kind === "selector" ? inner.selector.metric : null;
  const interval = metric === null ? null : sampleInterval(metric, world);
  return interval === null
    ? { ms: 1, why: "absent() is true at the first evaluation without a sample" }
    : { ms: 2 * interval.ms, why: `${metric} is ${interval.why}` };
};
