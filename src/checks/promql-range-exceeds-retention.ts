import type { Span } from "../core/span.ts";
import { jsonWord } from "../kubernetes/json-word.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import { parseDuration } from "../promql/prometheus-duration.ts";
import { nodesIn, type PromqlNode } from "../promql/syntax.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import { selectingPrometheuses } from "../signal/operator/monitor-selection.ts";
import type { UsedExpression } from "../signal/series/used-expression.ts";
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
      if (inDashboard(used) || !runsInPrometheus(used, resolution.world)) continue;
      const far = looksBack(used.expression.root).find(({ back }) => (parseDuration(back) ?? 0) > retention.ms);
      if (far !== undefined)
        yield expressionProblem(
          used,
          far.at,
          `it looks back ${far.back}, and Prometheus keeps samples for ${retention.text}: what is older is not there${retention.uploads ? " (rules do not ask the store that a Thanos sidecar fills)" : ""}, and the result is that of a shorter time`,
        );
    }
  },
};

/** A ThanosRuler evaluates rules against the whole store; those that no Prometheus selects are its own. */
const runsInPrometheus = ({ rule }: UsedExpression, world: World): boolean => {
  const evaluating = rule === null ? [] : selectingPrometheuses(rule.object, world);
  return evaluating.length === 0 || evaluating.some(({ ref }) => ref.kind === "Prometheus");
};

interface Retention {
  readonly text: string;
  readonly ms: number;
  readonly uploads: boolean;
}

/**
 * The longest of any Prometheus in sight; null where one of them reads from a store elsewhere, or none is there. The
 * operator keeps 24h where nothing is said. A Thanos sidecar uploads and answers queries; Prometheus evaluates rules
 * against its own samples: https://thanos.io/tip/components/sidecar.md/
 */
const retentionOf = (world: World): Retention | null => {
  const all = world.ofKind("Prometheus").map(({ body }) => {
    const text = valueAt(body, ["spec", "retention"]) ?? "24h";
    const elsewhere = valueAt(body, ["spec", "remoteRead"]) !== undefined;
    const uploads = valueAt(body, ["spec", "thanos"]) !== undefined;
    return { text: jsonWord(text), ms: elsewhere ? null : parseDuration(jsonWord(text)), uploads };
  });
  const known = all.flatMap(({ ms, ...rest }) => (ms === null ? [] : [{ ...rest, ms }]));
  if (known.length < all.length) return null;
  return known.reduce<Retention | null>((a, b) => (a !== null && a.ms >= b.ms ? a : b), null);
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
