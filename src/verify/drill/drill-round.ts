import { allDone } from "../../core/all-done.ts";
import { type Deadline, pause } from "../../kubectl/deadline.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import type { Outside } from "../../outside/outside.ts";
import type { Route } from "../../signal/alertmanager/alertmanager-config.ts";
import type { Reader } from "../reach/reader.ts";
import type { Drill } from "./choose-drills.ts";
import { countedBy } from "./count-by.ts";
import { type CounterReading, type Rise, readCounters, riseOf } from "./counters.ts";
import { type DrillAlert, postAlert } from "./drill-alert.ts";
import { type Delivery, type Judgement, judgeDelivery, marginMs } from "./judge-delivery.ts";
import {
  joinsGroup,
  mutingIntervals,
  type RunningAlertmanager,
  type ShownAlert,
  showAlert,
} from "./running-alertmanager.ts";

type GoodReading = Extract<CounterReading, { ok: true }>;

/** What all rounds of one Alertmanager share. */
export interface Around {
  /** E.g. `Alertmanager monitoring/main`. */
  readonly name: string;
  readonly live: RunningAlertmanager;
  /** The labels that a drill has beside its own. */
  readonly marks: Labels;
  /** Never empty. */
  readonly replicas: readonly Reader[];
  readonly outside: Pick<Outside, "env" | "log" | "now" | "signal">;
  readonly deadline: Deadline;
  /** Alerts of earlier drills that Alertmanager may still be trying to deliver, by what they are counted by. */
  readonly stillTried: Map<string, string>;
}

/** What became of one route of a drill. */
export interface DrillOutcome extends Judgement {
  readonly delivery: Delivery | null;
  readonly deliveredAfterMs: number | null;
  readonly swallowedBy: readonly string[];
}

/** A drill that was posted. */
export interface Posted {
  readonly drill: Drill;
  readonly alert: DrillAlert;
  /** Milliseconds of the run's clock. */
  readonly sentAt: number;
  shown: ShownAlert | null;
  readonly outcomes: Map<Route, DrillOutcome>;
  endedAt: string | null;
  /** The last readings before the group_wait of each route was over. */
  readonly before: Map<Route, GoodReading>;
  /** Milliseconds from the post to the first look that showed its notification begun. */
  readonly begun: Map<Route, number>;
}

const pollMs = 1000;
const tellEveryMs = 10_000;
/** By how much a posted alert outlives all waiting, should nobody be there to end it. */
const outlivesMs = 5 * 60_000;

/**
 * Posts the drills of one round and waits until each is proved, or its time is over. What is posted is in `open` before
 * it is sent. Throws OperatorError `cancelled`.
 */
export const drillRound = async (
  drills: readonly Drill[],
  base: GoodReading,
  around: Around,
  open: Set<Posted>,
): Promise<readonly Posted[]> => {
  const { outside, replicas } = around;
  const posted = await allDone(drills.map((drill) => post(drill, base, around, open)));
  let last = base;
  for (let told = outside.now(); ; ) {
    const fresh = await readCounters(replicas, outside.now);
    if (fresh.ok) last = fresh;
    for (const one of posted) await lookAt(one, base, last, around);
    if (posted.every(({ drill, outcomes }) => outcomes.size === drill.ends.length)) return posted;
    if (outside.now() - told >= tellEveryMs) {
      told = outside.now();
      outside.log.info(waitingLine(posted, told));
    }
    await pause(pollMs, outside);
  }
};

const post = async (drill: Drill, base: GoodReading, around: Around, open: Set<Posted>): Promise<Posted> => {
  const { outside, deadline, replicas, name, marks } = around;
  const { candidate, ends } = drill;
  const receivers = [...new Set(ends.map(({ receiver }) => receiver))];
  const clock = Date.now();
  const alert: DrillAlert = {
    ...{ labels: { ...candidate.labels, ...marks }, alert: candidate.alert, receivers },
    startsAt: new Date(clock).toISOString(),
    endsAt: new Date(clock + deadline.left() + outlivesMs).toISOString(),
  };
  const before = new Map(ends.map((end) => [end, base] as const));
  const posted: Posted = {
    drill,
    alert,
    sentAt: outside.now(),
    shown: null,
    outcomes: new Map(),
    endedAt: null,
    before,
    begun: new Map(),
  };
  const longest = Math.max(...ends.map(({ grouping }) => grouping.waitMs));
  if (deadline.left() < longest + marginMs) {
    const needs = `its group_wait and a margin are ${Math.round((longest + marginMs) / 1000)} s`;
    settle(posted, `verify-timeout leaves ${Math.round(deadline.left() / 1000)} s, and ${needs}: nothing was posted.`);
    return posted;
  }
  open.add(posted);
  const refused = await postAlert(alert, replicas, outside.env);
  if (refused !== null) settle(posted, `It cannot be posted: ${refused}.`);
  else outside.log.info(`Drill: ${candidate.alert} was posted to ${name}, for ${receivers.join(", ")}`);
  return posted;
};

const settle = ({ drill, outcomes }: Posted, why: string): void => {
  for (const end of drill.ends)
    outcomes.set(end, { verdict: "cannot-be-told", why, delivery: null, deliveredAfterMs: null, swallowedBy: [] });
};

const lookAt = async (posted: Posted, base: GoodReading, last: GoodReading, around: Around): Promise<void> => {
  const { drill, alert, outcomes, before } = posted;
  const left = drill.ends.filter((end) => !outcomes.has(end));
  const [first] = around.replicas;
  if (left.length === 0 || first === undefined) return;
  posted.shown ??= await showAlert(first, alert.labels, around.live.silences);
  const swallowedBy = posted.shown?.swallowedBy ?? [];
  for (const end of left) {
    if (last.at < posted.sentAt + end.grouping.waitMs) before.set(end, last);
    const delivery = await deliveryOf(end, posted, { base, last, first }, around);
    const judged = mutedVerdict(posted.shown) ?? judgeDelivery(delivery);
    if (judged === null) continue;
    const deliveredAfterMs = judged.verdict === "delivered" ? delivery.sinceMs : null;
    outcomes.set(end, { ...judged, delivery, deliveredAfterMs, swallowedBy });
    around.outside.log.info(`Drill: ${end.receiver}: ${judged.verdict}. ${judged.why}`);
    // What was given up is tried again only while the alert fires, and it is ended.
    if (judged.verdict !== "delivered" && delivery.parts.some(({ all }) => all.notifications > givenUpOf(all)))
      for (const { key } of countedBy(end, drill, around.live.config, last.byReceiver).parts)
        around.stillTried.set(JSON.stringify(key), alert.alert);
  }
};

const givenUpOf = ({ failed }: Rise): number => failed.reduce((total, { count }) => total + count, 0);

/** Null where nothing mutes it, as far as Alertmanager shows. */
const mutedVerdict = (shown: ShownAlert | null): Judgement | null => {
  if (shown === null || shown.swallowedBy.length + shown.mutedByDrills.length === 0) return null;
  return shown.swallowedBy.length > 0
    ? {
        verdict: "not-delivered",
        why: `Alertmanager mutes it, and would mute a real one: ${shown.swallowedBy.join("; ")}.`,
      }
    : {
        verdict: "cannot-be-told",
        why: `Another drill mutes it, as the real alert would while it fires: ${shown.mutedByDrills.join(", ")}. That drill ends by itself.`,
      };
};

const deliveryOf = async (
  end: Route,
  { drill, alert, sentAt, before, begun }: Posted,
  { base, last, first }: { readonly base: GoodReading; readonly last: GoodReading; readonly first: Reader },
  { live, outside, deadline, stillTried }: Around,
): Promise<Delivery> => {
  const { parts, attribution, sharers } = countedBy(end, drill, live.config, last.byReceiver);
  const due = before.get(end) ?? base;
  const sinceMs = Math.round(outside.now() - sentAt);
  const { waitMs, intervalMs } = end.grouping;
  const isTimed = end.muteTimeIntervals.length + end.activeTimeIntervals.length > 0 && sinceMs >= waitMs;
  const counted = parts.map(({ key, needed }) => ({
    ...{ integration: key.integration, needed },
    all: riseOf(base, last, key),
    due: riseOf(due, last, key),
  }));
  if (!begun.has(end) && counted.some(({ all }) => all.notifications > 0)) begun.set(end, sinceMs);
  return {
    ...{ sinceMs, waitMs, intervalMs, attribution, sharers },
    joined: joinsGroup(live, end, alert.labels),
    ...{ parts: counted, begunMs: begun.get(end) ?? null },
    others: sharers.reduce((total, receiver) => total + (live.firing.get(receiver) ?? 0), 0),
    stillTried: parts.map(({ key }) => stillTried.get(JSON.stringify(key))).find((one) => one !== undefined) ?? null,
    mutedBy: isTimed ? await mutingIntervals(first, alert.labels, end.receiver) : [],
    isLast: deadline.left() === 0,
  };
};

const waitingLine = (posted: readonly Posted[], now: number): string => {
  const waiting = posted.flatMap(({ drill, outcomes, sentAt }) =>
    drill.ends
      .filter((end) => !outcomes.has(end))
      .map(
        ({ receiver, grouping }) =>
          `${receiver} (${inSeconds(now - sentAt)}, group_wait ${inSeconds(grouping.waitMs)})`,
      ),
  );
  return `Drill: waiting for ${waiting.join(", ")}`;
};

const inSeconds = (ms: number): string => `${Math.round(ms / 1000)} s`;

/** The rises of all parts together. */
export const totalRise = ({ parts }: Delivery): Rise => ({
  notifications: parts.reduce((total, { all }) => total + all.notifications, 0),
  requests: parts.reduce((total, { all }) => total + all.requests, 0),
  failedRequests: parts.reduce((total, { all }) => total + all.failedRequests, 0),
  failed: parts.flatMap(({ all }) => all.failed),
});

/** Ends what is posted and not yet ended; answers why one could not be ended, as a clause each. */
export const endAll = async (
  posted: Iterable<Posted>,
  { replicas, outside }: Pick<Around, "replicas" | "outside">,
): Promise<readonly string[]> => {
  const troubles: string[] = [];
  for (const one of posted) {
    if (one.endedAt !== null) continue;
    const endsAt = new Date().toISOString();
    const why = await postAlert({ ...one.alert, endsAt }, replicas, outside.env);
    if (why === null) one.endedAt = endsAt;
    else
      troubles.push(
        `the drill's alert ${one.alert.alert} could not be ended (${why}); it ends by itself at ${one.alert.endsAt}`,
      );
  }
  return troubles;
};
