import type { HopName } from "../../../src/signal/path/signal-path.ts";
import { hopNames } from "../../../src/signal/path/signal-path.ts";
import type { Looked } from "../../../src/verify/look.ts";
import type { ConditionName, ObservedPath } from "../../../src/verify/verification.ts";

/** Something that is not seen: a condition, or a path by the first hop of it that is not. */
export interface Miss {
  readonly first: HopName | ConditionName | "arrives";
  readonly subject: string;
  readonly what: string;
}

/** All that one look did not see. */
export const missesIn = ({ paths, conditions }: Pick<Looked, "paths" | "conditions">): readonly Miss[] => [
  ...paths.flatMap(firstMiss),
  ...conditions.flatMap(({ condition, subject, sight, what }) =>
    sight === "not-seen" ? [{ first: condition, subject, what }] : [],
  ),
];

/** Hops in the order in which a signal meets them, however they were looked at. */
const firstMiss = ({ signal, subject, hops }: ObservedPath): readonly Miss[] => {
  const order: readonly string[] = [...hopNames[signal], "arrives"];
  const [first] = hops
    .filter(({ observed }) => observed === "not-seen")
    .sort((a, b) => order.indexOf(a.hop) - order.indexOf(b.hop));
  return first === undefined ? [] : [{ first: first.hop, subject, what: first.what }];
};
