import { isDeepStrictEqual } from "node:util";
import { compare } from "../../core/finding.ts";

/** One thing that is not as it was approved. Texts as the plans have them: whoever shows them escapes them. */
export interface Moved {
  /** What it is about, e.g. `ServiceMonitor monitoring/x` or `input chart-version`. */
  readonly what: string;
  /** At most 202 characters, as `now`. */
  readonly approved: string;
  readonly now: string;
}

/** None where both are the same, else one, with the text that each is told as; where that is one text, with all. */
export const moved = <T>(what: string, approved: T, now: T, told: (value: T) => string): readonly Moved[] => {
  if (isDeepStrictEqual(approved, now)) return [];
  const [a, b] = [told(approved), told(now)];
  return [a === b ? asMoved(what, whole(approved), whole(now)) : asMoved(what, a, b)];
};

const whole = (value: unknown): string => JSON.stringify(value) ?? "nothing";

type Scalar = string | number | boolean | null;

/** The same for a value that stands for itself; `absent` is what null is told as. */
export const movedValue = (what: string, approved: Scalar, now: Scalar, absent = "none"): readonly Moved[] =>
  moved(what, approved, now, (value) => String(value ?? absent));

/** The same for a digest: its first digits are told, and all are compared. */
export const movedDigest = (what: string, approved: string | null, now: string | null): readonly Moved[] =>
  moved(what, approved, now, shortDigest);

/** Enough of a digest to tell two apart. */
export const shortDigest = (digest: string | null): string => digest?.replace(/[0-9a-f]{52}$/, "…") ?? "no digest";

/**
 * The items of two lists by their key, in the order of the keys, whatever the order of the lists; where one key comes
 * again, the second belongs to the second.
 */
export const paired = <T>(
  approved: readonly T[],
  now: readonly T[],
  keyOf: (item: T) => string,
): readonly { readonly approved: T | undefined; readonly now: T | undefined }[] => {
  const [before, after] = [byKey(approved, keyOf), byKey(now, keyOf)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort(compare)
    .map((key) => ({ approved: before.get(key), now: after.get(key) }));
};

const byKey = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> =>
  new Map(
    [...Map.groupBy(items, keyOf)].flatMap(([key, same]) =>
      same.map((item, index) => [index === 0 ? key : `${key}\n#${index}`, item] as const),
    ),
  );

/** Characters that are told of a text; of a longer one what stands around the first difference. */
const longest = 200;

const asMoved = (what: string, approved: string, now: string): Moved => {
  let same = 0;
  while (same < approved.length && approved[same] === now[same]) same += 1;
  const start = Math.max(approved.length, now.length) <= longest ? 0 : Math.max(0, same - longest / 4);
  return { what, approved: cut(approved, start), now: cut(now, start) };
};

const cut = (text: string, start: number): string =>
  `${start > 0 ? "…" : ""}${text.slice(start, start + longest)}${text.length > start + longest ? "…" : ""}`;
