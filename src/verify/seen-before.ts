import type { Looked } from "./look.ts";
import type { Condition, FiringAlert, ObservedHop, ObservedPath } from "./verification.ts";

/** What a look before a deploy had seen, to tell afterwards what is new. */
export interface SeenBefore {
  readonly firing: readonly FiringAlert[] | null;
  /** What was not seen even then, by its key, and how many parts of it were not. */
  readonly lost: ReadonlyMap<string, number>;
}

type Sighting = Pick<Looked, "paths" | "conditions">;

/** What one look leaves for those that come after it. */
export const seenBefore = (seen: Looked): SeenBefore => ({ firing: seen.firing, lost: lostIn(seen) });

/** What is not seen: a hop of a path, or a condition; and how many parts of it are not. */
export const lostIn = ({ paths, conditions }: Sighting): ReadonlyMap<string, number> =>
  new Map([
    ...paths.flatMap((path) =>
      path.hops.filter(({ observed }) => observed === "not-seen").map((hop) => [hopKey(path, hop), 1] as const),
    ),
    ...conditions
      .filter(({ sight }) => sight === "not-seen")
      .map((one) => [conditionKey(one), one.lacking ?? 1] as const),
  ]);

/** Keys of what was not seen before either, and is no worse now. */
export const lostAsBefore = (seen: Sighting, { lost }: SeenBefore): ReadonlySet<string> =>
  new Set([...lostIn(seen)].filter(([key, lacking]) => lacking <= (lost.get(key) ?? 0)).map(([key]) => key));

/** Whether all is seen that was seen before. */
export const isAsBefore = (seen: Sighting, before: SeenBefore): boolean =>
  lostAsBefore(seen, before).size === lostIn(seen).size;

export const hopKey = ({ signal, subject }: ObservedPath, { hop }: ObservedHop): string =>
  `${signal} ${subject} ${hop}`;

export const conditionKey = ({ condition, subject }: Condition): string => `${condition} ${subject}`;
