import type { Span } from "../core/span.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import { parseDuration } from "../promql/prometheus-duration.ts";
import { nodesIn, type PromqlNode } from "../promql/syntax.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import type { World } from "../world/world.ts";
import type { Check } from "./check.ts";
import { expressionProblem, inDashboard } from "./problem/expression-problem.ts";

export const promqlRangeExceedsRetention: Check = {
  id: "promql-range-exceeds-retention",
  title: "An expression looks back further than Prometheus keeps samples.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const retention = retentionOf(resolution.world);
    if (retention === null) return;
    for (const used of usedExpressions(resolution)) {
      if (inDashboard(used)) continue;
      const far = looksBack(used.expression.root).find(({ back }) => (parseDuration(back) ?? 0) > retention.ms);
      if (far !== undefined)
        yield expressionProblem(
          used,
          far.at,
          `it looks back ${far.back}, and Prometheus keeps samples for ${retention.text}: what is older is not there, and the result is that of a shorter time`,
        );
    }
  },
};

/**
 * The longest of any Prometheus in sight; null where one of them reads from a store elsewhere, or none is there. The
 * operator keeps 24h where nothing is said.
 */
const retentionOf = (world: World): { readonly text: string; readonly ms: number } | null => {
  const all = world.ofKind("Prometheus").map(({ body }) => {
    const text = valueAt(body, ["spec", "retention"]) ?? "24h";
    const elsewhere =
      valueAt(body, ["spec", "remoteRead"]) !== undefined || valueAt(body, ["spec", "thanos"]) !== undefined;
    return { text: String(text), ms: elsewhere ? null : parseDuration(String(text)) };
  });
  const known = all.flatMap(({ text, ms }) => (ms === null ? [] : [{ text, ms }]));
  if (known.length < all.length) return null;
  return known.reduce<{ text: string; ms: number } | null>((a, b) => (a !== null && a.ms >= b.ms ? a : b), null);
};

interface Look {
  /** As written, e.g. `30d`. */
  readonly back: string;
  readonly at: Span;
}

const looksBack = (root: PromqlNode): readonly Look[] =>
  nodesIn(root)
    .flatMap((node): readonly Look[] => {
      if (node.kind === "range") return [{ back: node.window, at: node }];
      const offset = node.kind === "selector" ? node.selector.offset : null;
      return offset === null ? [] : [{ back: offset, at: node }];
    })
    .toArray();
