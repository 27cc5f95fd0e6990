import { readExpression } from "../../promql/parse-expression.ts";
import { isOwn, type World, type WorldObject } from "../../world/world.ts";
import { type RuleVerdicts, ruleAcceptanceHop } from "../operator/rule-acceptance.ts";
import { ruleSelectionHops } from "../operator/rule-selection.ts";
import { type Hop, type SignalPath, statusOf } from "../path/signal-path.ts";
import { type RuleEntry, ruleEntries, ruleName } from "../rules/rule-entries.ts";
import { type GpuLabels, gpuLabels } from "../series/gpu-labels.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import { labelsHop } from "./alert-labels-hop.ts";
import { metricsHop } from "./alert-metrics-hop.ts";
import { notifications } from "./alert-notification.ts";
import { resultHop } from "./alert-result-hop.ts";

/** An alert of base or overlays, and its way from the rule to a receiver. */
export interface AlertWay {
  readonly entry: RuleEntry;
  readonly path: SignalPath;
}

/** The way of every alert in the PrometheusRules of base and overlays. */
export const alertWays = (world: World, known: KnownMetrics, verdicts: RuleVerdicts): readonly AlertWay[] => {
  const gpu = gpuLabels(world);
  const notification = notifications(known, world);
  const loading = new Map<WorldObject, readonly Hop[]>();
  const loadingOf = (object: WorldObject): readonly Hop[] => {
    const hops = loading.get(object) ?? [
      ...ruleSelectionHops(object, world),
      ruleAcceptanceHop(object, verdicts.get(object.manifest), world),
    ];
    loading.set(object, hops);
    return hops;
  };
  return ruleEntries(world)
    .filter(({ kind, object }) => kind === "alert" && isOwn(object))
    .map((entry) => {
      const hops = [...loadingOf(entry.object), ...expressionHops(entry, known, gpu, world), ...notification(entry)];
      return {
        entry,
        path: {
          signal: "alert",
          subject: ruleName(entry, world),
          resource: entry.object.ref,
          status: statusOf(hops),
          hops,
        },
      };
    });
};

const expressionHops = (entry: RuleEntry, known: KnownMetrics, gpu: GpuLabels, world: World): readonly Hop[] => {
  const expression = readExpression(entry.expr);
  return [
    metricsHop(entry, expression, known, world),
    labelsHop(entry, expression, known, gpu, world),
    resultHop(entry, expression),
  ];
};
