import { type Canary, maySelect } from "./alert-canaries.ts";
import { seriesKey } from "./canary-test.ts";

/** Canaries that promtool tries in one test, with one database: none reads another's series. */
export type Flock = readonly Canary[];

/** Alerts of one test: one that cannot be evaluated ends it for all of them. */
const mostTogether = 50;
/** Flocks that still grow: a canary that fits none of these begins one of its own. */
const mostOpen = 4;

/**
 * Puts canaries together that do not disturb each other: a test takes promtool some 20 ms, nearly all of them for its
 * database. It lasts as long as its longest canary, so those of about the same length go together.
 */
export const flocksOf = (canaries: readonly Canary[]): readonly Flock[] => {
  const alike = Map.groupBy(canaries, ({ minutes }) => Math.ceil(Math.log2(minutes)));
  return [...alike.values()].flatMap(flocksOfLength);
};

const flocksOfLength = (canaries: readonly Canary[]): readonly Flock[] => {
  const flocks: Canary[][] = [];
  for (const canary of canaries) {
    const open = flocks.slice(-mostOpen).find((flock) => flock.length < mostTogether && fits(canary, flock));
    if (open === undefined) flocks.push([canary]);
    else open.push(canary);
  }
  return flocks;
};

const fits = (canary: Canary, flock: Flock): boolean =>
  ![canary, ...flock].some(readsAlerts) && flock.every((other) => !readsOf(canary, other) && !readsOf(other, canary));

/** Whether one may read a series of another's that is none of its own. */
const readsOf = (one: Canary, other: Canary): boolean =>
  other.series.some(
    (series) =>
      one.reads.some((selector) => maySelect(selector, series)) &&
      !one.series.some((own) => seriesKey(own) === seriesKey(series)),
  );

/** What the alerts of a test leave behind is there for all of them. */
const readsAlerts = ({ reads }: Canary): boolean => reads.some(({ metric }) => metric?.startsWith("ALERTS") === true);
