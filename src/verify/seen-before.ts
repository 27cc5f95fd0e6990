import type { Looked } from "./look.ts";
import type { Condition, FiringAlert, ObservedHop, ObservedPath } from "./verification.ts";

/** What a look before a deploy had seen, to tell afterwards what is new. */
export interface SeenBefore {
  readonly firing: readonly FiringAlert[] | null;
  /** What was not seen even then, one key each. */
  readonly lost: ReadonlySet<string>;
}

/** What one look leaves for those that come after it. */
export const seenBefore = (seen: Looked): SeenBefore => ({ firing: seen.firing, lost: new Set(lostIn(seen)) });

/** Keys of what is not seen: a hop of a path, or a condition. */
export const lostIn = ({ paths, conditions }: Pick<Looked, "paths" | "conditions">): readonly string[] => [
  ...paths.flatMap((path) =>
    path.hops.filter(({ observed }) => observed === "not-seen").map((hop) => hopKey(path, hop)),
  ),
  ...conditions.filter(({ sight }) => sight === "not-seen").map(conditionKey),
];

export const hopKey = ({ signal, subject }: ObservedPath, { hop }: ObservedHop): string =>
  `${signal} ${subject} ${hop}`;

export const conditionKey = ({ condition, subject }: Condition): string => `${condition} ${subject}`;
