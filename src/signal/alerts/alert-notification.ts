import { once } from "../../core/once.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { type LabelShape, valuesIn } from "../../promql/label-shape.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { AlertMatcher } from "../alertmanager/alert-matcher.ts";
import { matchesAll } from "../alertmanager/alert-route.ts";
import { alertmanagersOf, configInForce } from "../alertmanager/alertmanager-in-force.ts";
import type { Hop } from "../path/signal-path.ts";
import { type RuleEntry, ruleEntries } from "../rules/rule-entries.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import { inhibitionHop, type Muting } from "./alert-inhibition.ts";
import { routeHop } from "./alert-route-hop.ts";
import { mutingAlerts } from "./muting-alerts.ts";
import { sentAlert } from "./sent-alert.ts";

/** What becomes of an alert that fires: its route, and whether it is muted. */
export const notifications = (known: KnownMetrics, world: World): ((entry: RuleEntry) => readonly Hop[]) => {
  // Thousands of alerts differ in what no route asks for: they share their fate.
  const fates = new Map<string, readonly Hop[]>();
  const asked = conditions(world);
  const byName = Map.groupBy(
    ruleEntries(world).filter(({ kind }) => kind === "alert"),
    ({ name }) => name,
  );
  const mutingsOf = once((prometheus: WorldObject | null) => mutingAlerts(known, prometheus, world));
  return (entry) => {
    const { prometheus, labels } = sentAlert(entry, { world, known });
    const mutings = mutingsOf(prometheus);
    const sameName = (byName.get(entry.name) ?? []).map((one) => one.labels);
    const key = JSON.stringify([
      prometheus?.ref,
      asked.matchers.map((matcher) => matchesAll([matcher], labels)),
      asked.equal.map((name) => valuesIn(labels, name)),
      // Which alertname it is matters only to a rule that wants it equal.
      mutings.some(({ name }) => name === entry.name) ? entry.name : sameName,
    ]);
    const same = fates.get(key);
    if (same !== undefined) return same;
    const fate = [routeHop(labels, prometheus, world), inhibition(labels, prometheus, { mutings, sameName }, world)];
    fates.set(key, fate);
    return fate;
  };
};

/** Everything by which any Alertmanager in sight decides: matchers, and labels that have to be equal. */
const conditions = (
  world: World,
): { readonly matchers: readonly AlertMatcher[]; readonly equal: readonly string[] } => {
  const matchers = new Map<string, AlertMatcher>();
  const equal = new Set<string>();
  const add = (all: readonly AlertMatcher[]): void => {
    for (const one of all) matchers.set(JSON.stringify(one), one);
  };
  for (const alertmanager of world.ofKind("Alertmanager")) {
    const config = configInForce(alertmanager, world, { all: true })?.config;
    if (!config) continue;
    const waiting = [config.route];
    for (let route = waiting.pop(); route !== undefined; route = waiting.pop()) {
      add(route.matchers);
      waiting.push(...route.routes);
    }
    for (const rule of config.inhibitRules) {
      add([...rule.source, ...rule.target]);
      for (const name of rule.equal) equal.add(name);
    }
  }
  equal.delete("alertname");
  return { matchers: [...matchers.values()], equal: [...equal] };
};

const inhibition = (
  labels: LabelShape,
  prometheus: WorldObject | null,
  among: { readonly mutings: readonly Muting[]; readonly sameName: readonly Labels[] },
  world: World,
): Hop => {
  const hop = "alert-is-not-inhibited";
  const { found = [], unseen = null } = prometheus === null ? {} : alertmanagersOf(prometheus, world);
  const hops = found.map((alertmanager) => {
    const config = configInForce(alertmanager, world)?.config;
    return config ? inhibitionHop(config, labels, among.mutings, among.sameName) : null;
  });
  const free = hops.find((one) => one?.status === "ok");
  if (free) return free;
  const muted = hops.find((one) => one?.status === "broken");
  return muted && unseen === null && !hops.includes(null)
    ? muted
    : { hop, status: "unknown", why: "No configuration of an Alertmanager is in sight that could mute it." };
};
