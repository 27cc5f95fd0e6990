import { allDone } from "../../core/all-done.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import { routeOf } from "../../signal/alertmanager/alert-route.ts";
import { alertmanagersOf } from "../../signal/alertmanager/alertmanager-in-force.ts";
import { alertLabels } from "../../signal/alerts/alert-labels.ts";
import type { SignalPath } from "../../signal/path/signal-path.ts";
import type { RuleEntry } from "../../signal/rules/rule-entries.ts";
import type { WorldObject } from "../../world/world.ts";
import { type LiveAlertmanager, liveAlertmanager } from "../alertmanager/live-alertmanager.ts";
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
  const muted = await allDone(all.map((live) => inhibited(entry.name, live)));
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

const inhibited = async (name: string, live: LiveAlertmanager): Promise<Told> => {
  const alerts = await live.alerts();
  if (!alerts.ok) return ["cannot-be-seen", `${live.name} cannot be asked: ${alerts.why}.`];
  const own = alerts.value.filter(({ labels }) => labels["alertname"] === name);
  const muted = own.filter(({ inhibitedBy }) => inhibitedBy.length > 0);
  if (own.length === 0) return ["cannot-be-seen", "It does not fire, so that nothing can mute it."];
  return muted.length < own.length
    ? ["seen", `${own.length - muted.length} of ${own.length} that fire are not inhibited.`]
    : ["not-seen", `All ${own.length} that fire are inhibited.`];
};
