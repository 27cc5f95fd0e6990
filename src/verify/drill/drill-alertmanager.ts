import { allDone } from "../../core/all-done.ts";
import { compare, nameOf } from "../../core/finding.ts";
import type { Deadline } from "../../kubectl/deadline.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import type { Outside } from "../../outside/outside.ts";
import type { PlannedDrill } from "../../plan/plan.ts";
import type { Route } from "../../signal/alertmanager/alertmanager-config.ts";
import { routeNames } from "../../signal/alertmanager/route-names.ts";
import type { WorldObject } from "../../world/world.ts";
import { silenceText, silencing } from "../alertmanager/told-by-api.ts";
import type { Scene } from "../scene.ts";
import { chooseDrills, type Drill, type DrillCandidate, type DrillChoice } from "./choose-drills.ts";
import { keysOf, roundsOf } from "./count-by.ts";
import { readCounters } from "./counters.ts";
import { sampledLabels } from "./drill-labels.ts";
import type { DrilledRoute } from "./drill-report.ts";
import { type Around, drillRound, endAll, type Posted } from "./drill-round.ts";
import { type ToldRoutes, toldRoutes, untold } from "./drilled-routes.ts";
import type { GpuAlert } from "./gpu-alerts.ts";
import { replicasOf } from "./replicas.ts";
import { joinsGroup, type RunningAlertmanager, readRunning } from "./running-alertmanager.ts";

/** What the drill of one Alertmanager is made of. */
export interface AlertmanagerDrill {
  readonly alertmanager: WorldObject;
  /** Those that are sent to it. */
  readonly alerts: readonly GpuAlert[];
  readonly scene: Scene;
  /** What the files have for it. */
  readonly predicted: PlannedDrill["routes"];
  /** Whether nobody may be told but those that the files name, as the plan was approved. */
  readonly onlyPredicted: boolean;
  readonly receivers: readonly string[] | undefined;
  /** The labels that a drill has beside its own. */
  readonly marks: Labels;
  readonly outside: Pick<Outside, "env" | "log" | "now" | "signal">;
  readonly deadline: Deadline;
}

/** Drills one Alertmanager. What was posted is ended, however it goes. Throws OperatorError `cancelled`. */
export const drillAlertmanager = async (request: AlertmanagerDrill): Promise<ToldRoutes> => {
  const { alertmanager, scene, predicted, outside, deadline } = request;
  const name = nameOf(alertmanager.ref);
  const replicas = await replicasOf(alertmanager, scene);
  if (!replicas.ok) return untold(predicted, replicas.why);
  const [first] = replicas.all;
  if (first === undefined) return untold(predicted, `${name} has no replica`);
  const read = await readRunning(first);
  if (!read.ok) return untold(predicted, read.why);
  const live = read.value;
  const candidates = await candidatesOf(request, live);
  const mayTell = whoMayBeTold(request);
  const choice = chooseDrills(live.config, candidates, {
    ...{ marks: request.marks, mayTell },
    joins: (route, labels) => joinsGroup(live, route, labels),
  });
  const { free, muted } = unsilenced(choice.drills, live);
  const around: Around = {
    name,
    live,
    replicas: replicas.all,
    outside,
    deadline,
    marks: request.marks,
    stillTried: new Map(),
  };
  const { posted, troubles, why } = await inRounds(free, around);
  const names = routeNames(live.config);
  return toldRoutes({
    ...{ name, live, names, posted, muted, choice },
    ...{ unread: why, drills: free },
    beside: besides(request, live, choice, names),
    notes: [...choice.notes, ...troubles],
  });
};

const candidatesOf = async (
  { alerts, scene }: AlertmanagerDrill,
  { silences }: RunningAlertmanager,
): Promise<readonly DrillCandidate[]> =>
  allDone(
    alerts.map(async (alert) => {
      const reader = alert.prometheus === null ? null : scene.prometheus(alert.prometheus);
      const samples = await sampledLabels(alert, reader);
      // A silence for some nodes does not mute the route.
      const chosen = samples.find(({ labels }) => silencing(silences, labels).length === 0) ?? samples[0];
      return { alert: alert.entry.name, shape: alert.labels, labels: {}, sample: "", ...chosen };
    }),
  );

const whoMayBeTold =
  ({ receivers, onlyPredicted, predicted }: AlertmanagerDrill) =>
  (receiver: string): boolean =>
    (receivers?.includes(receiver) ?? true) && (!onlyPredicted || predicted.some((one) => one.receiver === receiver));

/** A silenced alert is not posted: what would become of it is known. */
const unsilenced = (drills: readonly Drill[], { silences }: RunningAlertmanager) => {
  const muted = new Map<Drill, readonly string[]>();
  for (const drill of drills) {
    const by = silencing(silences, drill.candidate.labels).map(silenceText);
    if (by.length > 0) muted.set(drill, by);
  }
  return { free: drills.filter((drill) => !muted.has(drill)), muted };
};

/**
 * One round after the other; an alert that a later round is counted together with is left firing until then, for its
 * end may be a notification, too.
 */
const inRounds = async (drills: readonly Drill[], around: Around) => {
  const { live, replicas, outside } = around;
  const open = new Set<Posted>();
  const posted: Posted[] = [];
  let why: string | null = null;
  try {
    const first = await readCounters(replicas, outside.now);
    const rounds = first.ok ? roundsOf(drills, live.config, first.byReceiver) : [];
    if (!first.ok) why = first.why;
    for (const [index, round] of rounds.entries()) {
      const base = await readCounters(replicas, outside.now);
      if (!base.ok) {
        why = base.why;
        break;
      }
      posted.push(...(await drillRound(round, base, around, open)));
      const later = new Set(
        rounds
          .slice(index + 1)
          .flat()
          .flatMap((one) => keysOf(one, live.config, base.byReceiver)),
      );
      const done = [...open].filter(({ drill }) =>
        later.isDisjointFrom(new Set(keysOf(drill, live.config, base.byReceiver))),
      );
      await endAll(done, around);
    }
  } finally {
    const troubles = await endAll(open, around);
    for (const trouble of troubles) outside.log.info(`Drill: ${trouble}.`);
  }
  const left = [...open].filter(({ endedAt }) => endedAt === null);
  const troubles = left.map(({ alert }) => `The drill's alert ${alert.alert} ends by itself at ${alert.endsAt}.`);
  return { posted, troubles, why };
};

/** Routes that files and Alertmanager do not agree on. */
const besides = (
  { predicted, onlyPredicted, receivers, alertmanager }: AlertmanagerDrill,
  live: RunningAlertmanager,
  { takers }: DrillChoice,
  names: ReadonlyMap<Route, string>,
): readonly DrilledRoute[] => {
  const wanted = [...takers.keys()].filter(({ receiver }) => receivers?.includes(receiver) ?? true);
  const unplanned = wanted.filter(({ receiver }) => !predicted.some((one) => one.receiver === receiver));
  const lost = predicted.filter(({ receiver }) => !wanted.some((route) => route.receiver === receiver));
  const extra = onlyPredicted ? unplanned : [];
  return [
    ...untold(
      extra.map((route) => ({
        alertmanager: nameOf(alertmanager.ref),
        route: names.get(route) ?? "",
        receiver: route.receiver,
        integrations: live.config.receivers.find(({ name }) => name === route.receiver)?.integrations ?? [],
        alerts: [...(takers.get(route) ?? [])].sort(compare),
      })),
      "the approved plan does not name its receiver, and nothing was posted",
    ).routes,
    ...untold(
      lost,
      "the files have it, and the configuration that Alertmanager runs routes no GPU alert there",
    ).routes.map((route) => ({ ...route, verdict: "not-delivered" as const })),
  ];
};
