import type { Looked } from "./look.ts";
import type { Condition, ConditionName, FiringAlert, ObservedHop, ObservedPath } from "./verification.ts";

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

/** Conditions that no file decides: what is lost of them before a deploy is none of its doing. */
const ofTheCluster: ReadonlySet<ConditionName> = new Set<ConditionName>([
  ...(["targets-are-up", "scrapes-are-recent", "gpus-are-counted"] as const),
  ...(["clocks-agree", "notifications-succeed", "alerts-are-not-silenced"] as const),
]);

/**
 * Whether something is lost, and nothing by the deploy in between: it was lost before, is no worse, and the deploy has
 * left the object of its signal as it was. What is new was not seen before either, and is the deploy's all the same.
 */
export const isNoWorse = (
  seen: Sighting,
  before: SeenBefore,
  isLeft: (path: Pick<ObservedPath, "resource">) => boolean,
): boolean => {
  const touched = new Set(seen.paths.filter((path) => !isLeft(path)).map(({ subject }) => subject));
  const left = new Set([
    ...seen.paths.filter(isLeft).flatMap((path) => path.hops.map((hop) => hopKey(path, hop))),
    ...seen.conditions
      .filter(({ condition, subject }) => ofTheCluster.has(condition) && !touched.has(subject))
      .map(conditionKey),
  ]);
  const lost = [...lostIn(seen).keys()];
  const asBefore = lostAsBefore(seen, before);
  return lost.length > 0 && lost.every((key) => asBefore.has(key) && left.has(key));
};

export const hopKey = ({ signal, subject }: ObservedPath, { hop }: ObservedHop): string =>
  `${signal} ${subject} ${hop}`;

export const conditionKey = ({ condition, subject }: Condition): string => `${condition} ${subject}`;
