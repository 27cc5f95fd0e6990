import { once } from "../../core/once.ts";
import { anyLabels } from "../../promql/label-shape.ts";
import { isOfChart, type World, type WorldObject } from "../../world/world.ts";
import { routeOf } from "../alertmanager/alert-route.ts";
import { alertmanagersOf, configInForce } from "../alertmanager/alertmanager-in-force.ts";
import { selectingPrometheuses } from "../operator/monitor-selection.ts";
import type { Hop } from "../path/signal-path.ts";
import { type RuleEntry, ruleEntries } from "../rules/rule-entries.ts";
import { routeHop } from "./alert-route-hop.ts";

/** The chart's alerts that one Prometheus loads, and what becomes of all of them. */
export interface ChartAlerts {
  /** One or more, in the order of the render. */
  readonly alerts: readonly RuleEntry[];
  /** Broken only where no alert at all can reach a receiver that notifies, whatever its labels are. */
  readonly hop: Hop;
}

/**
 * The alerts of the chart by the Prometheus that loads them. Whose alerts go to no Alertmanager is not among them:
 * that a component is missing is told by itself. A route for some alerts is enough, for the chart's may be left out on
 * purpose: no expression has to be read for that.
 */
export const chartAlerts = once((world: World): readonly ChartAlerts[] => {
  const senderOf = once((object: WorldObject) => selectingPrometheuses(object, world)[0] ?? null);
  const alerts = ruleEntries(world).filter(({ kind, object }) => kind === "alert" && isOfChart(object));
  return [...Map.groupBy(alerts, ({ object }) => senderOf(object))].flatMap(([prometheus, loaded]) =>
    prometheus === null || alertmanagersOf(prometheus, world).found.length === 0
      ? []
      : [{ alerts: loaded, hop: atFirstRoute(routeHop(anyLabels, prometheus, world), prometheus, world) }],
  );
});

/** Where all routes are silent, the first one is to be given a receiver. */
const atFirstRoute = (hop: Hop, prometheus: WorldObject, world: World): Hop => {
  const [alertmanager] = alertmanagersOf(prometheus, world).found;
  const read = alertmanager === undefined ? null : configInForce(alertmanager, world);
  const config = hop.check === "alert-no-receiver" ? read?.config : null;
  const at = config && routeOf(config, anyLabels).notifies === "never" ? config.route.place() : null;
  return at === null ? hop : { ...hop, at };
};
