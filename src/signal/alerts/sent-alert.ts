import { once } from "../../core/once.ts";
import type { LabelShape } from "../../promql/label-shape.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { AlertmanagerConfig } from "../alertmanager/alertmanager-config.ts";
import { alertmanagersOf, configInForce } from "../alertmanager/alertmanager-in-force.ts";
import { evaluatorOf } from "../operator/monitor-selection.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import { alertLabels } from "./alert-labels.ts";

/** What an alert is sent with, and the configurations of those that it is sent to; null where one is not in sight. */
export interface SentAlert {
  /** Which evaluates the alert; null where none is in sight. */
  readonly prometheus: WorldObject | null;
  readonly labels: LabelShape;
  readonly configs: readonly AlertmanagerConfig[] | null;
}

/** Follows an alert from its Prometheus to the Alertmanagers. */
export const sentAlert = (
  entry: RuleEntry,
  { world, known }: { readonly world: World; readonly known: KnownMetrics },
): SentAlert => sentIn(world)(known)(entry);

/** The alert's route is asked for on its way, and again for the time that it takes. */
const sentIn = once((world: World) => {
  const evaluator = once((object: WorldObject) => evaluatorOf(object, world));
  return once((known: KnownMetrics) =>
    once((entry: RuleEntry): SentAlert => {
      const prometheus = evaluator(entry.object);
      const labels = alertLabels(entry, readExpression(entry.expr), known, prometheus, world);
      return { prometheus, labels, configs: prometheus === null ? null : configsOf(prometheus, world) };
    }),
  );
});

const configsOf = (prometheus: WorldObject, world: World): readonly AlertmanagerConfig[] | null => {
  const { found, unseen } = alertmanagersOf(prometheus, world);
  const configs = found.map((one) => configInForce(one, world)?.config).filter((config) => config != null);
  return unseen === null && found.length > 0 && configs.length === found.length ? configs : null;
};
