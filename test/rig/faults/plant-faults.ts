import { setTimeout as sleep } from "node:timers/promises";
import type { Field } from "../field.ts";
import type { PlantedFault } from "./fault.ts";
import { type Miss, missesIn } from "./misses.ts";

/** What came of one fault. */
export interface FoundFault {
  readonly fault: PlantedFault;
  /** Seconds from planting until the right hop or condition was named; null: it never was. */
  readonly seconds: number | null;
  /** All that was not seen at the last look. */
  readonly misses: readonly Miss[];
  /** Seconds until all was seen again; null: it never was. */
  readonly healedAfter: number | null;
  /** What was still not seen then. */
  readonly left: readonly Miss[];
}

const pollMs = 1000;
const usualSeconds = 60;
/** Prometheus looks back five minutes, and so do its alerts on what failed. */
const healingSeconds = 400;

/** Plants one fault, looks until it is found, restores, and looks until all is seen again. */
export const plantFault = async (fault: PlantedFault, field: Field): Promise<FoundFault> => {
  const undo = await fault.plant(field.live);
  let found: Awaited<ReturnType<typeof until>>;
  try {
    found = await until(field, fault.withinSeconds ?? usualSeconds, (misses) => names(misses, fault));
  } finally {
    await undo();
  }
  if (fault.lingers) return { fault, seconds: found.seconds, misses: found.misses, healedAfter: null, left: [] };
  const healed = await until(field, healingSeconds, (misses) => misses.length === 0);
  return {
    ...{ fault, seconds: found.seconds, misses: found.misses },
    ...{ healedAfter: healed.seconds, left: healed.misses },
  };
};

/** Looks until nothing is missed. Gives what is missed in the end. */
export const untilAllIsSeen = async (field: Field, seconds: number): Promise<readonly Miss[]> =>
  (await until(field, seconds, (misses) => misses.length === 0)).misses;

const names = (misses: readonly Miss[], fault: PlantedFault): boolean => misses.some((miss) => isOf(miss, fault));

/** Whether it is what the fault has to be found by. */
export const isOf = ({ first, subject, what }: Miss, { breaks, of, says = "" }: PlantedFault): boolean =>
  first === breaks && subject.includes(of) && what.includes(says);

/** Twice in a row: what is seen once may be on its way. */
const looksInARow = 2;

const until = async (
  { eyes, resolution }: Field,
  limit: number,
  isSo: (misses: readonly Miss[]) => boolean,
): Promise<{ readonly seconds: number | null; readonly misses: readonly Miss[] }> => {
  let since: number | null = null;
  for (let start = performance.now(), row = 0; ; await sleep(pollMs)) {
    const misses = missesIn(await eyes.look(resolution));
    const seconds = (performance.now() - start) / 1000;
    row = isSo(misses) ? row + 1 : 0;
    if (row === 1) since = seconds;
    if (row === looksInARow) return { seconds: since, misses };
    if (seconds > limit) return { seconds: null, misses };
  }
};
