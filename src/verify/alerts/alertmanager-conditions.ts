import { isDeepStrictEqual } from "node:util";
import { nameOf } from "../../core/finding.ts";
import { objectsAt } from "../../kubernetes/json-fields.ts";
import type { Json } from "../../kubernetes/manifest.ts";
import type { AlertmanagerConfig, Route } from "../../signal/alertmanager/alertmanager-config.ts";
import { alertmanagersOf, configInForce } from "../../signal/alertmanager/alertmanager-in-force.ts";
import type { WorldObject } from "../../world/world.ts";
import { liveAlertmanager } from "../alertmanager/live-alertmanager.ts";
import { livePrometheus } from "../prometheus/live-prometheus.ts";
import { knownFrom, silenceHint, silenceOf } from "../reach/known.ts";
import type { Scene } from "../scene.ts";
import type { Condition } from "../verification.ts";

/** What every alert hangs on: Prometheus knows its Alertmanagers, and these run with what was deployed. */
export const alertmanagerConditions = (scene: Scene): readonly Promise<readonly Condition[]>[] => {
  const { world } = scene.resolution;
  return [
    ...world.ofKind("Alertmanager").map(async (object) => [await loadsConfiguration(object, scene)]),
    ...world.ofKind("Prometheus").map((object) => reaches(object, scene)),
    ...world.ofKind("Prometheus").map((object) => notifies(object, scene)),
  ];
};

const loadsConfiguration = async (object: WorldObject, scene: Scene): Promise<Condition> => {
  const subject = nameOf(object.ref);
  const condition = (sight: Condition["sight"], what: string, hint: string | null = null): Condition => ({
    condition: "alertmanager-loads-configuration",
    ...{ subject, sight, what, hint },
  });
  const live = await liveAlertmanager(scene)(object).config();
  if (!live.ok) {
    const { sight, why } = silenceOf(live);
    return condition(sight, `It cannot be asked: ${why}.`, silenceHint(sight, subject));
  }
  const wanted = configInForce(object, scene.resolution.world)?.config ?? null;
  const { config } = live.value;
  if (wanted === null || config === null)
    return condition("cannot-be-seen", "What it is to run with is not all in the files.");
  return isDeepStrictEqual(shapeOf(wanted), shapeOf(config))
    ? condition("seen", `It runs with the ${wanted.receivers.length} receivers and the routes of the files.`)
    : condition(
        "not-seen",
        "Routes, receivers or inhibition rules that it runs with are not those of the files.",
        "Look whether its config reloader has loaded the Secret, and whether somebody has changed it by hand.",
      );
};

/** A configuration as a value that can be compared: without the places of its parts. */
const shapeOf = ({ route, receivers, inhibitRules }: AlertmanagerConfig): Json => ({
  route: routeShape(route),
  receivers: receivers.map(({ name, integrations }) => ({ name, integrations: integrations.toSorted() })),
  inhibitRules: inhibitRules.map(({ source, target, equal }) => ({
    source: matchersOf(source),
    target: matchersOf(target),
    equal: equal.toSorted(),
  })),
});

const routeShape = (route: Route): Json => ({
  receiver: route.receiver,
  matchers: matchersOf(route.matchers),
  continue: route.continue,
  routes: route.routes.map(routeShape),
  muted: [...route.muteTimeIntervals],
  active: [...route.activeTimeIntervals],
});

const matchersOf = (matchers: Route["matchers"]): Json =>
  matchers.map(({ name, op, value }) => `${name}${op}${JSON.stringify(value)}`).toSorted();

/** Whether Prometheus has discovered somebody to send alerts to, where it is to. */
const reaches = async (object: WorldObject, scene: Scene): Promise<readonly Condition[]> => {
  const { found, unseen } = alertmanagersOf(object, scene.resolution.world);
  if (found.length === 0 && unseen === null) return [];
  const live = livePrometheus(scene)(object);
  const active = knownFrom(await live.reader.get("/api/v1/alertmanagers"), (body) =>
    objectsAt(body, ["data", "activeAlertmanagers"]),
  );
  const subject = live.name;
  const name = "prometheus-reaches-alertmanager";
  if (!active.ok)
    return [
      { condition: name, subject, sight: "cannot-be-seen", what: `It cannot be asked: ${active.why}.`, hint: null },
    ];
  const count = active.value.length;
  return [
    {
      condition: name,
      subject,
      sight: count > 0 ? "seen" : "not-seen",
      what: `It sends alerts to ${count} Alertmanagers.`,
      hint:
        count > 0
          ? null
          : "Look at spec.alerting of the Prometheus, and whether the Service that it names has endpoints.",
    },
  ];
};

/**
 * Alertmanager counts what it could not deliver, and why since release 0.27; only where Prometheus scrapes it.
 * https://prometheus.io/docs/alerting/latest/management_api/
 */
const failedNotifications =
  "sum by (integration, receiver_name, reason) (increase(alertmanager_notifications_failed_total[5m]))";

const notifies = async (object: WorldObject, scene: Scene): Promise<readonly Condition[]> => {
  const live = livePrometheus(scene)(object);
  const failed = await live.query(failedNotifications);
  if (!failed.ok || alertmanagersOf(object, scene.resolution.world).found.length === 0) return [];
  const condition = "notifications-succeed";
  if (failed.value.length === 0) {
    // Alertmanager shows a 0 for each of its integrations from its start on.
    const what =
      "It has no counts of failed notifications: it does not scrape Alertmanager, or has only just begun to.";
    return [{ condition, subject: live.name, sight: "cannot-be-seen", what, hint: null }];
  }
  const all = failed.value
    .filter(({ value }) => value > 0)
    .map(({ labels }) => {
      const { integration = "?", receiver_name: receiver, reason } = labels;
      return `${integration}${receiver ? ` of ${receiver}` : ""}${reason ? ` (${reason})` : ""}`;
    });
  const isWell = all.length === 0;
  return [
    {
      condition,
      subject: live.name,
      sight: isWell ? "seen" : "not-seen",
      what: isWell ? "No notification has failed in five minutes." : `Notifications have failed: ${all.join(", ")}.`,
      hint: isWell
        ? null
        : "Look at Alertmanager's log for the receiver's answer: credentials, address, or an error of its own.",
    },
  ];
};
