import { allDone } from "../../core/all-done.ts";
import { labelsAt, objectsAt, textAt, textsAt } from "../../kubernetes/json-fields.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { isObject, type Json, valueAt } from "../../kubernetes/manifest.ts";
import type { AlertmanagerConfig, Route } from "../../signal/alertmanager/alertmanager-config.ts";
import { readAlertmanagerConfig } from "../../signal/alertmanager/read-alertmanager-config.ts";
import { alertsIn, type Silence, silencesIn, silenceText } from "../alertmanager/told-by-api.ts";
import { gotFrom, type Reader } from "../reach/reader.ts";
import { drillLabel } from "./drill-alert.ts";

/** What a running Alertmanager decides by. */
export interface RunningAlertmanager {
  readonly config: AlertmanagerConfig;
  readonly silences: readonly Silence[];
  /** Alerts that fire now, drills apart, by the receiver that Alertmanager sends them to. */
  readonly firing: ReadonlyMap<string, number>;
  /** Groups that are there already, with what they have in common. */
  readonly groups: readonly { readonly receiver: string; readonly labels: Labels }[];
}

/** Whether an alert with these labels comes into a group that is there already: it waits for no `group_wait` then. */
export const joinsGroup = ({ groups }: RunningAlertmanager, { receiver, grouping }: Route, labels: Labels): boolean => {
  const shared = Object.fromEntries(
    Object.entries(labels).filter(([name]) => grouping.by.includes("...") || grouping.by.includes(name)),
  );
  return groups.some((group) => group.receiver === receiver && sameLabels(group.labels, shared));
};

type Told<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** Asks it; a clause says why it cannot be known. */
export const readRunning = async (reader: Reader): Promise<Told<RunningAlertmanager>> => {
  const [status, silences, groups] = await allDone(
    ["/api/v2/status", "/api/v2/silences", "/api/v2/alerts/groups"].map(async (path) =>
      gotFrom(await reader.ask({ path }), reader.where),
    ),
  );
  if (!status?.ok) return { ok: false, why: status?.why ?? "" };
  if (!silences?.ok) return { ok: false, why: silences?.why ?? "" };
  if (!groups?.ok) return { ok: false, why: groups?.why ?? "" };
  const read = readAlertmanagerConfig(textAt(status.body, ["config", "original"]) ?? "");
  if (read.config === null)
    return { ok: false, why: `the configuration that ${reader.where} tells cannot be read: ${read.problem.message}` };
  return {
    ok: true,
    value: {
      config: read.config,
      silences: silencesIn(silences.body),
      firing: firingIn(groups.body),
      groups: objectsAt(groups.body, []).map((group) => ({
        receiver: textAt(group, ["receiver", "name"]) ?? "",
        labels: labelsAt(group, ["labels"]),
      })),
    },
  };
};

const firingIn = (groups: Json): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const group of objectsAt(groups, [])) {
    const receiver = textAt(group, ["receiver", "name"]) ?? "";
    const real = objectsAt(group, ["alerts"]).filter((alert) => labelsAt(alert, ["labels"])[drillLabel] === undefined);
    if (real.length > 0) counts.set(receiver, (counts.get(receiver) ?? 0) + real.length);
  }
  return counts;
};

/** How Alertmanager shows an alert. */
export interface ShownAlert {
  readonly receivers: readonly string[];
  /** Silences and alerts that mute it; clauses. */
  readonly swallowedBy: readonly string[];
  /** Alerts of drills that mute it: what they stand for need not fire when a real one does. */
  readonly mutedByDrills: readonly string[];
}

/** What the API tells of the alert with exactly these labels; null where it shows none, or does not answer. */
export const showAlert = async (
  reader: Reader,
  labels: Labels,
  silences: readonly Silence[],
): Promise<ShownAlert | null> => {
  const got = gotFrom(await reader.ask({ path: "/api/v2/alerts" }), reader.where);
  if (!got.ok) return null;
  const all = alertsIn(got.body);
  const own = all.find((alert) => sameLabels(alert.labels, labels));
  if (own === undefined) return null;
  const inhibitors = own.inhibitedBy.map((fingerprint) => {
    const by = all.find((alert) => alert.fingerprint === fingerprint);
    return { name: by?.labels["alertname"] ?? fingerprint, isDrill: by?.labels[drillLabel] !== undefined };
  });
  const real = inhibitors.filter(({ isDrill }) => !isDrill).map(({ name }) => `the alert ${name} inhibits it`);
  const muting = own.silencedBy.map((id) => {
    const silence = silences.find((one) => one.id === id);
    return silence === undefined ? `silence ${id}` : silenceText(silence);
  });
  return {
    receivers: own.receivers,
    swallowedBy: [...muting, ...new Set(real)],
    mutedByDrills: [...new Set(inhibitors.filter(({ isDrill }) => isDrill).map(({ name }) => name))],
  };
};

/** Time intervals that mute it now, as the groups tell since Alertmanager 0.28; none where nothing tells. */
export const mutingIntervals = async (reader: Reader, labels: Labels, receiver: string): Promise<readonly string[]> => {
  const got = gotFrom(await reader.ask({ path: "/api/v2/alerts/groups" }), reader.where);
  if (!got.ok) return [];
  return objectsAt(got.body, [])
    .filter((group) => textAt(group, ["receiver", "name"]) === receiver)
    .flatMap((group) => objectsAt(group, ["alerts"]))
    .filter((alert) => isObject(alert) && sameLabels(labelsAt(alert, ["labels"]), labels))
    .flatMap((alert) => textsAt(valueAt(alert, ["status"]), ["mutedBy"]));
};

const sameLabels = (a: Labels, b: Labels): boolean => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};
