import type { Plan } from "../plan.ts";
import type { Moved } from "./moved.ts";

/**
 * Whether the two plans were made with the same `plan-key`: where they were not, no digest of one says anything of the
 * other's, and that is told once instead of with every object. Null where nothing speaks against it. Two keys cannot be
 * told from each other but by that nothing at all is the same.
 */
export const movedKey = (approved: Plan, fresh: Plan): Moved | null => {
  const [before, after] = [keyedDigests(approved), keyedDigests(fresh)];
  if ((before.size === 0) !== (after.size === 0)) {
    const told = (keyed: ReadonlySet<string>): string => (keyed.size > 0 ? "given" : "not given");
    return {
      what: "plan-key, which was given to the one job and not to the other",
      approved: told(before),
      now: told(after),
    };
  }
  if (Math.min(before.size, after.size) < fewest || !before.isDisjointFrom(after)) return null;
  return { what: "plan-key", approved: "one key", now: "another key, or nothing is as it was" };
};

/** A plan of less digests than that can well be another one whole. */
const fewest = 3;

/** The plan without digests of values, for a comparison of what else there is. */
export const withoutDigests = (plan: Plan): Plan => ({
  ...plan,
  release: { ...plan.release, values: null, hooksDigest: null },
  objects: plan.objects.map((object) => ({
    ...object,
    live: object.live === null ? null : { ...object.live, digest: null },
    wanted: null,
    changes: object.changes.map((change) => ({ ...change, digest: null })),
  })),
});

const keyedDigests = ({ release, objects }: Plan): ReadonlySet<string> =>
  new Set(
    [
      release.values,
      release.hooksDigest,
      ...objects.flatMap(({ live, wanted, changes }) => [
        live?.digest ?? null,
        wanted,
        ...changes.map(({ digest }) => digest),
      ]),
    ].filter((digest) => digest?.startsWith("hmac-") === true) as string[],
  );
