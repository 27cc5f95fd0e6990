import { allDone } from "../../core/all-done.ts";
import { once } from "../../core/once.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import { loudReceivers, routeOf } from "../../signal/alertmanager/alert-route.ts";
import { alertmanagersOf } from "../../signal/alertmanager/alertmanager-in-force.ts";
import { alertLabels } from "../../signal/alerts/alert-labels.ts";
import { mutingAlerts } from "../../signal/alerts/muting-alerts.ts";
import type { SignalPath } from "../../signal/path/signal-path.ts";
import type { RuleEntry } from "../../signal/rules/rule-entries.ts";
import type { WorldObject } from "../../world/world.ts";
import { type LiveAlertmanager, liveAlertmanager } from "../alertmanager/live-alertmanager.ts";
import { drillLabel } from "../drill/drill-alert.ts";
import { predictedOf } from "../prometheus/selected-live.ts";
import { silenceOf } from "../reach/known.ts";
import type { Scene } from "../scene.ts";
import { type ObservedHop, observedHop, type Sight } from "../verification.ts";

type Told = readonly [sight: Sight, what: string];

/** Where the running Alertmanager would send the alert, and whether one of its name is muted now. */
export const notifiedHops = async (
  path: SignalPath,
  entry: RuleEntry,
  prometheus: WorldObject,
  scene: Scene,
): Promise<readonly ObservedHop[]> => {
  const { world } = scene.resolution;
  const all = alertmanagersOf(prometheus, world).found.map(liveAlertmanager(scene));
  const told = (hop: "route-reaches-receiver" | "alert-is-not-inhibited", [sight, what]: Told): ObservedHop =>
    observedHop(hop, predictedOf(path, hop), sight, what);
  const routes = await allDone(all.map((live) => routed(entry, prometheus, live, scene)));
  const always = mutingNames(scene.resolution)(prometheus);
  const muted = await allDone(all.map((live) => inhibited(entry.name, live, always)));
  return [
    told("route-reaches-receiver", bestOf(routes)),
    told("alert-is-not-inhibited", bestOf(muted)),
    observedHop("arrives", path.status, "cannot-be-seen", "Whether somebody is told, only a drill shows."),
  ];
};

/** One Alertmanager that notifies is enough. */
const bestOf = (all: readonly Told[]): Told =>
  (["seen", "cannot-be-seen", "not-seen"] as const).flatMap((wanted) =>
    all.filter(([sight]) => sight === wanted),
  )[0] ?? ["cannot-be-seen", "No Alertmanager of this stack gets it."];

const routed = async (
  entry: RuleEntry,
  prometheus: WorldObject,
  live: LiveAlertmanager,
  { resolution: { known, world } }: Scene,
): Promise<Told> => {
  const read = await live.config();
  if (!read.ok) return [silenceOf(read).sight, `${live.name} cannot be asked: ${read.why}.`];
  const { config, problem } = read.value;
  if (config === null)
    return ["cannot-be-seen", `The configuration that ${live.name} shows cannot be read: ${problem.message}.`];
  const outcome = routeOf(config, alertLabels(entry, readExpression(entry.expr), known, prometheus, world));
  const names = [...new Set(outcome.routes.map(({ route }) => route.receiver))].join(", ");
  if (outcome.notifies === "always") return ["seen", `It goes to ${names}, by what Alertmanager has loaded.`];
  if (outcome.notifies === "never")
    return ["not-seen", `It goes to ${names}, which notifies nobody, by what Alertmanager has loaded.`];
  return ["cannot-be-seen", `Whether it goes to ${names} hangs on labels that it has only when it fires.`];
};

/** All expressions of the stack are read for it: once, whatever the number of alerts and looks. */
const mutingNames = once(({ known, world }: Scene["resolution"]) =>
  once(
    (prometheus: WorldObject): ReadonlySet<string> =>
      new Set(mutingAlerts(known, prometheus, world).map(({ name }) => name)),
  ),
);

/** `always`: names of alerts that fire all the time, or just with what they mute. */
const inhibited = async (name: string, live: LiveAlertmanager, always: ReadonlySet<string>): Promise<Told> => {
  const alerts = await live.alerts();
  if (!alerts.ok) return ["cannot-be-seen", `${live.name} cannot be asked: ${alerts.why}.`];
  const own = alerts.value.filter(({ labels }) => labels["alertname"] === name && labels[drillLabel] === undefined);
  const muted = own.filter(({ inhibitedBy }) => inhibitedBy.length > 0);
  if (own.length === 0) return ["cannot-be-seen", "It does not fire, so that nothing can mute it."];
  if (muted.length < own.length)
    return ["seen", `${own.length - muted.length} of ${own.length} that fire are not inhibited.`];
  const read = await live.config();
  const loud = read.ok && read.value.config !== null ? loudReceivers(read.value.config) : new Set<string>();
  const byWhom = muted.map(({ inhibitedBy }) =>
    alerts.value.find(
      ({ fingerprint, labels, receivers, silencedBy }) =>
        inhibitedBy.includes(fingerprint) &&
        !always.has(labels["alertname"] ?? "") &&
        silencedBy.length === 0 &&
        receivers.some((receiver) => loud.has(receiver)),
    ),
  );
  if (byWhom.includes(undefined)) return ["not-seen", `All ${own.length} that fire are inhibited.`];
  const names = [...new Set(byWhom.map((one) => one?.labels["alertname"] ?? "an alert"))].join(", ");
  return ["cannot-be-seen", `All ${own.length} that fire are inhibited now by ${names}, of which somebody is told.`];
};
