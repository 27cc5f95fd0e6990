import { compare } from "../../core/finding.ts";
import { sentence } from "../../core/sentence.ts";
import type { PlannedDrill } from "../../plan/plan.ts";
import type { Route } from "../../signal/alertmanager/alertmanager-config.ts";
import type { Drill, DrillChoice } from "./choose-drills.ts";
import type { DrilledRoute } from "./drill-report.ts";
import { type DrillOutcome, type Posted, totalRise } from "./drill-round.ts";
import type { RunningAlertmanager } from "./running-alertmanager.ts";

/** What is told of one Alertmanager. */
export interface ToldRoutes {
  readonly routes: readonly DrilledRoute[];
  /** Sentences. */
  readonly notes: readonly string[];
}

/** All that a drill of one Alertmanager came to. */
interface Done {
  readonly name: string;
  readonly live: RunningAlertmanager;
  readonly names: ReadonlyMap<Route, string>;
  readonly choice: DrillChoice;
  readonly posted: readonly Posted[];
  /** Drills that silences mute, and by which. */
  readonly muted: ReadonlyMap<Drill, readonly string[]>;
  /** Those that were to be posted. */
  readonly drills: readonly Drill[];
  /** Why the counters cannot be read, a clause; null where they can. */
  readonly unread: string | null;
  /** Routes that are told already. */
  readonly beside: readonly DrilledRoute[];
  readonly notes: readonly string[];
}

/** Routes of which nothing can be told; `why` is a clause. */
export const untold = (routes: PlannedDrill["routes"], why: string): ToldRoutes => ({
  routes: routes.map((route) => ({
    ...route,
    ...nothing,
    groupWaitSeconds: null,
    verdict: "cannot-be-told",
    why: sentence(why),
  })),
  notes: [],
});

const nothing = { posted: null, deliveredAfterSeconds: null, counted: null, swallowedBy: [] } as const;

/** Every route once, with the best that is known of it; by name. */
export const toldRoutes = (done: Done): ToldRoutes => {
  const { choice, posted, muted, drills, unread, beside, notes } = done;
  const routes = new Map<Route, DrilledRoute>();
  for (const { route, verdict, why } of choice.undrilled) routes.set(route, routeTold(route, done, { verdict, why }));
  for (const [drill, by] of muted)
    for (const end of drill.ends)
      routes.set(
        end,
        routeTold(end, done, {
          ...{ verdict: "not-delivered", swallowedBy: by },
          why: `Every series at hand is muted, and nothing was posted: ${by.join("; ")}.`,
        }),
      );
  for (const one of posted)
    for (const [end, outcome] of one.outcomes) routes.set(end, routeTold(end, done, ofOutcome(one, outcome)));
  for (const end of drills.flatMap(({ ends }) => ends))
    if (!routes.has(end))
      routes.set(
        end,
        routeTold(end, done, {
          verdict: "cannot-be-told",
          why: `Alertmanager's counters cannot be read, and nothing was posted: ${unread ?? "nothing tells why"}.`,
        }),
      );
  return { routes: [...routes.values(), ...beside].sort((a, b) => compare(a.route, b.route)), notes };
};

const ofOutcome = (
  { drill: { candidate }, alert, endedAt, shown }: Posted,
  { delivery, deliveredAfterMs, swallowedBy, verdict, why }: DrillOutcome,
): Partial<DrilledRoute> & Pick<DrilledRoute, "verdict" | "why"> => ({
  ...{ verdict, why, swallowedBy },
  posted:
    delivery === null
      ? null
      : {
          ...{ alert: candidate.alert, labels: alert.labels, sample: candidate.sample },
          ...{ at: alert.startsAt, endsAt: alert.endsAt, endedAt, receivers: shown?.receivers ?? null },
          joinedGroup: delivery.joined,
        },
  deliveredAfterSeconds: deliveredAfterMs === null ? null : Math.round(deliveredAfterMs / 100) / 10,
  counted: delivery === null ? null : { attribution: delivery.attribution, ...totalRise(delivery) },
});

const routeTold = (
  route: Route,
  { name, live, names, choice }: Done,
  told: Partial<DrilledRoute> & Pick<DrilledRoute, "verdict" | "why">,
): DrilledRoute => ({
  alertmanager: name,
  route: names.get(route) ?? "",
  receiver: route.receiver,
  integrations: live.config.receivers.find((one) => one.name === route.receiver)?.integrations ?? [],
  alerts: [...new Set(choice.takers.get(route) ?? [])].sort(compare),
  ...nothing,
  groupWaitSeconds: route.grouping.waitMs / 1000,
  ...told,
});
