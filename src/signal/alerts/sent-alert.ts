import type { LabelShape } from "../../promql/label-shape.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import type { World } from "../../world/world.ts";
import type { AlertmanagerConfig } from "../alertmanager/alertmanager-config.ts";
import { alertmanagersOf, configInForce } from "../alertmanager/alertmanager-in-force.ts";
import { evaluatorOf } from "../operator/monitor-selection.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import { alertLabels } from "./alert-labels.ts";

/** What an alert is sent with, and the configurations of those that it is sent to; null where one is not in sight. */
export interface SentAlert {
  readonly labels: LabelShape;
  readonly configs: readonly AlertmanagerConfig[] | null;
}

/** Follows an alert from its Prometheus to the Alertmanagers. */
export const sentAlert = (
  entry: RuleEntry,
  { world, known }: { readonly world: World; readonly known: KnownMetrics },
): SentAlert => {
  const prometheus = evaluatorOf(entry.object, world);
  const labels = alertLabels(entry, readExpression(entry.expr), known, prometheus, world);
  if (prometheus === null) return { labels, configs: null };
  const { found, unseen } = alertmanagersOf(prometheus, world);
  const configs = found.map((one) => configInForce(one, world)?.config).filter((config) => config != null);
  const isWhole = unseen === null && found.length > 0 && configs.length === found.length;
  return { labels, configs: isWhole ? configs : null };
};
