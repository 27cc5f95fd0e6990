import { noLabels, withLabels } from "../../promql/label-shape.ts";
import { routeOf } from "../../signal/alertmanager/alert-route.ts";
import type { AlertmanagerConfig } from "../../signal/alertmanager/alertmanager-config.ts";
import { alertmanagersOf, configInForce } from "../../signal/alertmanager/alertmanager-in-force.ts";
import { ruleEntries } from "../../signal/rules/rule-entries.ts";
import type { WorldObject } from "../../world/world.ts";
import { type LiveAlertmanager, liveAlertmanager } from "../alertmanager/live-alertmanager.ts";
import type { RoutedAlert } from "../alertmanager/told-by-api.ts";
import { livePrometheus } from "../prometheus/live-prometheus.ts";
import { type Known, silenceHint, silenceOf } from "../reach/known.ts";
import type { Scene } from "../scene.ts";
import type { Condition } from "../verification.ts";

const watchdog = "Watchdog";

/**
 * The dead man's switch always fires, and somebody outside notices when it stops: whether it is at Alertmanager, and
 * goes on to an integration. That nobody gets it is told, and is no failure where the files promise no more: the chart
 * routes it to nobody by default.
 */
export const watchdogCondition = async (scene: Scene): Promise<readonly Condition[]> => {
  const { world } = scene.resolution;
  const entry = ruleEntries(world).find(({ kind, name }) => kind === "alert" && name === watchdog);
  const [prometheus] = world.ofKind("Prometheus");
  if (prometheus === undefined) return [];
  const alertmanagers = alertmanagersOf(prometheus, world).found;
  if (alertmanagers.length === 0) return [];
  if (entry === undefined)
    return [
      told("cannot-be-seen", "No alert always fires: that the whole way is dead would be noticed by nobody.", null),
    ];
  return [await seenAt(prometheus, alertmanagers, scene)];
};

const seenAt = async (
  prometheus: WorldObject,
  alertmanagers: readonly WorldObject[],
  scene: Scene,
): Promise<Condition> => {
  const rules = await livePrometheus(scene)(prometheus).rules();
  const firing = rules.ok && rules.value.some(({ name, alerts }) => name === watchdog && alerts.some(isFiring));
  if (rules.ok && !firing)
    return told(
      "not-seen",
      "It does not fire in Prometheus.",
      "Look whether Prometheus has loaded the chart's general rules and evaluates them.",
    );
  const silent: Known<unknown>[] = [];
  for (const object of alertmanagers) {
    const live = liveAlertmanager(scene)(object);
    const alerts = await live.alerts();
    if (!alerts.ok) silent.push(alerts);
    const one = alerts.ok ? alerts.value.find(({ labels }) => labels["alertname"] === watchdog) : undefined;
    if (one === undefined) continue;
    const promised = configInForce(object, scene.resolution.world)?.config ?? null;
    return await delivered(one, live, promised !== null && notifies(promised, one) === "always");
  }
  if (silent.length > 0) {
    const { sight, why } = silenceOf(...silent);
    return told(sight, `Whether it is at Alertmanager cannot be asked: ${why}.`, silenceHint(sight, "Alertmanager"));
  }
  const what = rules.ok ? "It fires, and no Alertmanager has it." : "No Alertmanager has it.";
  return told("not-seen", what, "Look whether Prometheus reaches Alertmanager.");
};

const isFiring = ({ state }: { readonly state: string }): boolean => state === "firing";

/** `promised`: by the files it goes to somebody. */
const delivered = async (alert: RoutedAlert, live: LiveAlertmanager, promised: boolean): Promise<Condition> => {
  const read = await live.config();
  const config = read.ok ? read.value.config : null;
  if (config === null) return told("cannot-be-seen", `${live.name} has it; where it goes cannot be read.`, null);
  const to = alert.receivers.join(", ");
  if (alert.silencedBy.length > 0)
    return told(
      "not-seen",
      `${live.name} has it, and a silence (${alert.silencedBy.join(", ")}) swallows it.`,
      "End the silence.",
    );
  if (notifies(config, alert) === "always") return told("seen", `${live.name} has it and sends it to ${to}.`, null);
  const nobody = `${live.name} has it and sends it to ${to}, which notifies nobody`;
  return promised
    ? told(
        "not-seen",
        `${nobody}; by the files somebody is notified.`,
        "Look whether somebody has changed Alertmanager's configuration by hand.",
      )
    : told(
        "cannot-be-seen",
        `${nobody}: that the whole way is dead would be noticed by nobody.`,
        "Route Watchdog to a service that alarms when it stops coming.",
      );
};

const notifies = (config: AlertmanagerConfig, { labels }: RoutedAlert) =>
  routeOf(
    config,
    withLabels(
      noLabels,
      Object.entries(labels).map(([name, value]) => [name, [value]]),
    ),
  ).notifies;

const told = (sight: Condition["sight"], what: string, hint: string | null): Condition => ({
  condition: "watchdog-is-delivered",
  subject: `alert ${watchdog}`,
  ...{ sight, what, hint },
});
