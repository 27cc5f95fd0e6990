import type { AlertmanagerConfig, Route } from "../../signal/alertmanager/alertmanager-config.ts";
import type { Drill } from "./choose-drills.ts";
import type { CounterKey } from "./counters.ts";
import type { Attribution } from "./drill-report.ts";
import { mutedFirst, muteEachOther } from "./muting-drills.ts";

/** By what the notifications of one route are counted, and what else is counted with them. */
export interface CountedBy {
  readonly parts: readonly { readonly key: CounterKey; readonly needed: number }[];
  readonly attribution: Attribution;
  /** Receivers that are counted together, this one first. */
  readonly sharers: readonly string[];
}

/** How the ends of one drill are counted; those of one key have to be told together. */
export const countedBy = (end: Route, { ends }: Drill, config: AlertmanagerConfig, byReceiver: boolean): CountedBy => {
  const counts = countsOf(config, end.receiver);
  const used = receiversIn(config.route);
  const sharers = byReceiver
    ? []
    : [...used].filter(
        (name) =>
          name !== end.receiver && Object.keys(countsOf(config, name)).some((kind) => counts[kind] !== undefined),
      );
  const twins = ends.filter(({ receiver }) =>
    byReceiver ? receiver === end.receiver : sharesWith(config, receiver, counts),
  );
  return {
    parts: Object.keys(counts).map((integration) => ({
      key: { integration, receiver: byReceiver ? end.receiver : null },
      needed: twins.reduce((total, { receiver }) => total + (countsOf(config, receiver)[integration] ?? 0), 0),
    })),
    attribution: twins.length > 1 || sharers.length > 0 ? "shared" : byReceiver ? "receiver" : "integration",
    sharers: [end.receiver, ...sharers],
  };
};

/** Drills in the order in which they are posted: in one round no two are counted together, and none mutes another. */
export const roundsOf = (
  drills: readonly Drill[],
  config: AlertmanagerConfig,
  byReceiver: boolean,
): readonly (readonly Drill[])[] => {
  const rounds: { readonly drills: Drill[]; readonly keys: Set<string> }[] = [];
  for (const drill of mutedFirst(drills, config)) {
    const keys = keysOf(drill, config, byReceiver);
    const after = rounds.findLastIndex((round) => round.drills.some((other) => muteEachOther(drill, other, config)));
    const free = rounds.slice(after + 1).find((round) => round.keys.isDisjointFrom(new Set(keys)));
    const round = free ?? { drills: [], keys: new Set<string>() };
    if (free === undefined) rounds.push(round);
    round.drills.push(drill);
    for (const key of keys) round.keys.add(key);
  }
  return rounds.map((round) => round.drills);
};

/** Everything by which a drill is counted, as texts that can be compared. */
export const keysOf = (drill: Drill, config: AlertmanagerConfig, byReceiver: boolean): readonly string[] =>
  drill.ends.flatMap((end) => countedBy(end, drill, config, byReceiver).parts.map(({ key }) => JSON.stringify(key)));

const countsOf = ({ receivers }: AlertmanagerConfig, name: string): Readonly<Record<string, number>> =>
  receivers.find((one) => one.name === name)?.counts ?? {};

const sharesWith = (config: AlertmanagerConfig, receiver: string, counts: Readonly<Record<string, number>>): boolean =>
  Object.keys(countsOf(config, receiver)).some((kind) => counts[kind] !== undefined);

const receiversIn = ({ receiver, routes }: Route): ReadonlySet<string> =>
  new Set([receiver, ...routes.flatMap((child) => [...receiversIn(child)])]);
