import { type Fix, type Location, nameOf } from "../../core/finding.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import type { LabelShape } from "../../promql/label-shape.ts";
import { barrierBetween } from "../../world/network-access.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { matcherText } from "../alertmanager/alert-matcher.ts";
import { loudReceivers, notifyingRoutes, type RouteOutcome, routeOf } from "../alertmanager/alert-route.ts";
import type { AlertmanagerConfig, ReadConfig, Route } from "../alertmanager/alertmanager-config.ts";
import {
  alertmanagersOf,
  type Circumstances,
  configInForce,
  selectedConfigs,
} from "../alertmanager/alertmanager-in-force.ts";
import { configText } from "../alertmanager/alertmanager-secret.ts";
import { operatedPods } from "../operator/operated-pods.ts";
import { whyNotReconciled } from "../operator/selection.ts";
import type { HopCheck } from "../path/hop-check.ts";
import type { Hop } from "../path/signal-path.ts";

const hop = "route-reaches-receiver";

/** Whether alerts with these labels reach a receiver that notifies somebody. */
export const routeHop = (labels: LabelShape, prometheus: WorldObject | null, world: World): Hop => {
  if (prometheus === null)
    return { hop, status: "unknown", why: "No Prometheus is in sight that would send the alert." };
  const { found, unseen } = alertmanagersOf(prometheus, world);
  const verdicts = found.map(
    (alertmanager) => barred(prometheus, alertmanager, world) ?? ofAlertmanager(alertmanager, labels, world),
  );
  const ok = verdicts.find(({ status }) => status === "ok");
  if (ok !== undefined) return ok;
  const doubtful = verdicts.find(({ status }) => status === "unknown");
  if (doubtful !== undefined) return doubtful;
  if (unseen !== null)
    return {
      hop,
      status: "unknown",
      why: `${nameOf(prometheus.ref)} sends to ${unseen}, whose routes are not in sight.`,
    };
  return verdicts[0] ?? noAlertmanager(prometheus);
};

const noAlertmanager = (prometheus: WorldObject): Hop => ({
  hop,
  status: "broken",
  why: `${nameOf(prometheus.ref)} sends alerts nowhere: it names no Alertmanager.`,
  ...placed(prometheus.locate(["spec", "alerting"])),
  fix: { description: "Switch the chart's Alertmanager on (`alertmanager.enabled`), or name one.", edits: [] },
  check: "alert-no-receiver",
});

/** The operator has Alertmanager listen there, whatever its Service says: its `makeStatefulSetSpec`. */
const alertmanagerPort = 9093;

/** Containers of its own may stand before an Alertmanager, and take what it is sent. */
const barred = (prometheus: WorldObject, alertmanager: WorldObject, world: World): Hop | null => {
  const [from, to] = [operatedPods(prometheus, world), operatedPods(alertmanager, world)];
  if (from === null || to === null || objectsAt(alertmanager.body, ["spec", "containers"]).length > 0) return null;
  const portNames = [textAt(alertmanager.body, ["spec", "portName"]) ?? "web"];
  const barrier = barrierBetween(from, { ...to, port: alertmanagerPort, portNames }, world);
  if (barrier === null) return null;
  const { policy } = barrier;
  return broken("alert-no-receiver", policy.locate(["spec"]), {
    why: `${nameOf(policy.ref)} isolates pods, and no policy in sight lets ${nameOf(prometheus.ref)} reach port ${alertmanagerPort} of ${nameOf(alertmanager.ref)}: no alert gets there.`,
    fix: { description: "Let a policy allow it.", edits: [] },
  });
};

const ofAlertmanager = (alertmanager: WorldObject, labels: LabelShape, world: World): Hop => {
  const name = nameOf(alertmanager.ref);
  const read = configInForce(alertmanager, world);
  if (read === null) return { hop, status: "unknown", why: unseenConfig(alertmanager, world) };
  if (read.config === null) return refused(name, read);
  const outcome = routeOf(read.config, labels);
  if (outcome.notifies === "always") return { hop, status: "ok", why: okWhy(read.config, outcome) };
  if (outcome.notifies === "depends")
    return {
      hop,
      status: "unknown",
      why: `Whether the alert reaches a receiver that notifies hangs on labels whose values are known only when it fires: ${endsOf(outcome)}.`,
    };
  const loud = loudReceivers(read.config);
  const timed = outcome.routes.find(({ route }) => route.isNeverTold && loud.has(route.receiver))?.route;
  return timed === undefined ? silent(alertmanager, labels, outcome, world) : mute(name, timed, outcome);
};

const mute = (name: string, route: Route, outcome: RouteOutcome): Hop =>
  broken("alert-no-receiver", route.place(), {
    why: `${name} sends it to ${endsOf(outcome)}, and there is no time at which that route notifies${quiet(route)}.`,
    fix: { description: "Let the time intervals of the route leave it a time, or take them away.", edits: [] },
  });

const unseenConfig = (alertmanager: WorldObject, world: World): string => {
  const untouched = whyNotReconciled(alertmanager, world);
  if (untouched !== null) return `${untouched}.`;
  const unknown = selectedConfigs(alertmanager, world).find(({ status }) => status === "unknown");
  return unknown === undefined
    ? `The configuration of ${nameOf(alertmanager.ref)} is not in sight: Secret ${configText(alertmanager, world).name} is not in the render.`
    : `Whether ${nameOf(alertmanager.ref)} uses ${nameOf(unknown.object.ref)} cannot be seen: ${unknown.why}.`;
};

const refused = (name: string, { problem }: Extract<ReadConfig, { config: null }>): Hop => ({
  hop,
  status: "broken",
  why: `The configuration of ${name} is refused: ${problem.message}.`,
  ...placed(problem.place()),
  check: "alertmanager-config-invalid",
});

/**
 * Nobody is notified: an AlertmanagerConfig that would, but is not used or sees other namespaces
 * only, is the nearest repair.
 */
const silent = (alertmanager: WorldObject, labels: LabelShape, outcome: RouteOutcome, world: World): Hop => {
  const name = nameOf(alertmanager.ref);
  const would = (as: Circumstances): readonly Route[] => {
    const read = configInForce(alertmanager, world, as);
    if (!read?.config) return [];
    const { routes, notifies } = routeOf(read.config, labels);
    return notifies === "never" ? [] : routes.map(({ route }) => route).filter(notifyingRoutes(read.config));
  };
  const [confined] = would({ unconfined: true });
  if (confined !== undefined)
    return broken("alertmanagerconfig-namespace-matcher", confined.place(), {
      why: `${confined.receiver} would notify, but ${name} gives each AlertmanagerConfig only alerts whose namespace label is its own: ${endsOf(outcome)}.`,
      fix: {
        description:
          "Set alertmanager.alertmanagerSpec.alertmanagerConfigMatcherStrategy.type to None in the chart's values.",
        edits: [],
      },
    });
  const [unselected] = would({ all: true, unconfined: true });
  const reason = selectedConfigs(alertmanager, world).find(
    ({ object, status }) => status === "not-selected" && unselected?.receiver.startsWith(receiverPrefix(object, world)),
  );
  if (unselected !== undefined && reason !== undefined)
    return broken("alertmanagerconfig-not-selected", reason.object.locate(["metadata"]), {
      why: `${nameOf(reason.object.ref)} would notify, but is not used: ${reason.why}.`,
    });
  const invalid = selectedConfigs(alertmanager, world).find(({ status }) => status === "refused");
  const hint = invalid === undefined ? "" : ` ${nameOf(invalid.object.ref)} is not used: ${invalid.why}.`;
  const end = outcome.routes[0]?.route;
  return broken("alert-no-receiver", invalid?.object.locate(["spec"]) ?? end?.place() ?? null, {
    why: `${name} sends it to ${endsOf(outcome)}, which notifies nobody.${hint}`,
    fix: {
      description:
        "Give the route a receiver with an integration (Slack, PagerDuty, e-mail, a webhook, …), in the chart's values under alertmanager.config.",
      edits: [],
    },
  });
};

const receiverPrefix = ({ ref }: WorldObject, world: World): string =>
  `${ref.namespace ?? world.releaseNamespace}/${ref.name}/`;

const broken = (check: HopCheck, at: Location | null, told: { readonly why: string; readonly fix?: Fix }): Hop => ({
  hop,
  status: "broken",
  ...told,
  ...placed(at),
  check,
});

const placed = (at: Location | null): Pick<Hop, "at"> | Record<string, never> => (at === null ? {} : { at });

const okWhy = ({ receivers }: AlertmanagerConfig, { routes }: RouteOutcome): string => {
  const ends = routes.map(({ route }) => {
    const kinds = receivers.find(({ name }) => name === route.receiver)?.integrations ?? [];
    return `${route.receiver}${kinds.length === 0 ? "" : ` (${kinds.join(", ")})`}${quiet(route)}`;
  });
  return `Alertmanager sends it to ${[...new Set(ends)].join(" and ")}.`;
};

const endsOf = ({ routes }: RouteOutcome): string =>
  [...new Set(routes.map(({ route }) => `receiver "${route.receiver}"${by(route)}`))].join(" or ");

const by = ({ matchers }: Route): string =>
  matchers.length === 0 ? "" : ` (route ${matchers.map(matcherText).join(", ")})`;

const quiet = ({ muteTimeIntervals, activeTimeIntervals }: Route): string =>
  [
    ...(muteTimeIntervals.length === 0 ? [] : [`, mute in ${muteTimeIntervals.join(", ")}`]),
    ...(activeTimeIntervals.length === 0 ? [] : [`, only in ${activeTimeIntervals.join(", ")}`]),
  ].join("");
