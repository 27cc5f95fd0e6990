import { OperatorError } from "../../core/errors.ts";
import { compare, nameOf } from "../../core/finding.ts";
import type { Inputs } from "../../inputs.ts";
import type { PlannedDrill, PlannedDrillRoute } from "../../plan/plan.ts";
import { routeOf } from "../../signal/alertmanager/alert-route.ts";
import { configInForce } from "../../signal/alertmanager/alertmanager-in-force.ts";
import { routeNames } from "../../signal/alertmanager/route-names.ts";
import type { Resolution } from "../../signal/resolve-signals.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { type GpuAlert, gpuAlerts } from "./gpu-alerts.ts";

type DrillInputs = Pick<Inputs, "drill" | "drillReceivers">;

/**
 * Who would be told by the delivery drill, from files alone: every route that a GPU alert takes or may take. Null where
 * no drill is asked for. Throws OperatorError `invalid-input` where `drill-receivers` names one that is on no such
 * route.
 */
export const planDrill = (resolution: Resolution, inputs: DrillInputs): PlannedDrill | null => {
  if (!inputs.drill) return null;
  const alerts = gpuAlerts(resolution);
  const alertmanagers = new Set(alerts.flatMap((alert) => alert.alertmanagers));
  const parts = [...alertmanagers].map((one) => routesFrom(one, alerts, resolution.world));
  const routes = parts.flatMap((part) => part.routes);
  const unseen = [
    ...alerts.flatMap(({ entry, unseen: where }) => (where === null ? [] : [`${entry.name} is sent to ${where}`])),
    ...parts.flatMap((part) => part.unseen),
  ];
  if (unseen.length === 0) refuseUnknownReceivers(inputs.drillReceivers, routes);
  const wanted = ({ receiver }: PlannedDrillRoute): boolean => inputs.drillReceivers?.includes(receiver) ?? true;
  return { routes: routes.filter(wanted), unseen: [...new Set(unseen)].sort(compare) };
};

/** Throws OperatorError `invalid-input` where a receiver is named that no GPU alert is routed to. */
export const refuseUnknownReceivers = (
  named: readonly string[] | undefined,
  routes: readonly { readonly receiver: string }[],
): void => {
  const there = [...new Set(routes.map(({ receiver }) => receiver))];
  const unknown = (named ?? []).filter((name) => !there.includes(name));
  if (unknown.length === 0) return;
  throw new OperatorError(
    "invalid-input",
    `Input drill-receivers names ${unknown.join(", ")}, and no GPU alert is routed there.`,
    there.length === 0
      ? "No GPU alert of the tree is routed anywhere: mend that first, or leave drill out."
      : `GPU alerts are routed to ${there.join(", ")}. Receivers of an AlertmanagerConfig are named namespace/object/receiver.`,
  );
};

const routesFrom = (
  alertmanager: WorldObject,
  alerts: readonly GpuAlert[],
  world: World,
): { readonly routes: readonly PlannedDrillRoute[]; readonly unseen: readonly string[] } => {
  const name = nameOf(alertmanager.ref);
  const config = configInForce(alertmanager, world)?.config;
  if (!config) return { routes: [], unseen: [`the configuration of ${name} is not in sight, or it is refused`] };
  const names = routeNames(config);
  const taken = alerts
    .filter((alert) => alert.alertmanagers.includes(alertmanager))
    .flatMap(({ entry, labels }) => routeOf(config, labels).routes.map(({ route }) => ({ route, alert: entry.name })));
  const routes = [...Map.groupBy(taken, ({ route }) => route)].map(
    ([route, takers]): PlannedDrillRoute => ({
      alertmanager: name,
      route: names.get(route) ?? "",
      receiver: route.receiver,
      integrations: config.receivers.find((one) => one.name === route.receiver)?.integrations ?? [],
      alerts: [...new Set(takers.map(({ alert }) => alert))].sort(compare),
    }),
  );
  return { routes: routes.sort((a, b) => compare(a.route, b.route)), unseen: [] };
};
