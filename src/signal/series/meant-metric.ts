import leven from "leven";
import { once } from "../../core/once.ts";

/** What a wrong name was probably meant to be. */
export interface MeantMetric {
  /** At most three, of which one is. */
  readonly names: readonly string[];
  /** True where it can only be a slip of the pen: one name is so near, and no other. */
  readonly certain: boolean;
}

/**
 * The metric that a name was probably meant to be: one that is a slip of the pen away, else those that share its words,
 * else the nearest. Of several those count that are exported. Null where nothing is like it.
 */
export const meantMetric = (
  name: string,
  exported: readonly string[],
  fields: readonly string[],
): MeantMetric | null => {
  // No field is half as long; what is longer still is no slip of the pen.
  if (name.length > longest) return null;
  const [ofExporter, ofDcgm] = [prepared(exported), prepared(fields)];
  const known = [...new Map([...ofExporter, ...ofDcgm].map((one) => [one.name, one])).values()];
  const own = prepare(name);
  const same = known.filter(({ upper }) => upper === own.upper);
  const slips = same.length > 0 ? same : known.filter((one) => isSlip(own, one));
  const likes = [
    slips,
    () => sharingWords(own, ofExporter),
    () => sharingWords(own, ofDcgm),
    () => nearestOf(own, known),
  ];
  const found = firstOf(likes);
  if (found === undefined) return null;
  const first = found.filter((one) => exported.includes(one.name));
  const names = (first.length > 0 ? first : found).slice(0, 3).map((one) => one.name);
  return { names, certain: found === slips && slips.length === 1 };
};

const longest = 200;

/** A name, and how it is compared. */
interface Prepared {
  readonly name: string;
  readonly upper: string;
  readonly own: string;
  readonly words: readonly string[];
}

const prepare = (name: string): Prepared => {
  const own = ownPart(name);
  return { name, upper: name.toUpperCase(), own, words: own.toUpperCase().split("_") };
};

/** Hundreds of wrong names are compared with the same thousands of right ones. */
const prepared = once((names: readonly string[]): readonly Prepared[] => names.map(prepare));

const firstOf = (
  likes: readonly (readonly Prepared[] | (() => readonly Prepared[]))[],
): readonly Prepared[] | undefined => {
  for (const like of likes) {
    const found = typeof like === "function" ? like() : like;
    if (found.length > 0) return found;
  }
  return undefined;
};

/** What to do, as a sentence without its full stop. */
export const readMeant = ({ names, certain }: MeantMetric): string => {
  const [first, ...others] = names;
  if (certain) return `Read ${first}`;
  if (others.length === 0) return `Read ${first}, if that is what is meant`;
  return `Read ${names.slice(0, -1).join(", ")} or ${names.at(-1)}, whichever is meant`;
};

/**
 * Only what follows DCGM_FI_DEV_ and the like is compared: the long beginning that they share would make
 * FB_TOTAL and FB_USED neighbours.
 */
const ownPart = (name: string): string => name.replace(/^DCGM_(?:FI_(?:DEV_|PROF_)?|EXP_)/i, "");

/**
 * Apart from capitals: a `_` more or less, and in words of four letters and more one letter more, less or another; or
 * two letters of a word that changed places.
 */
const isSlip = ({ words }: Prepared, { words: others }: Prepared): boolean =>
  (words.length === others.length && words.every((word, n) => isSlipOfWord(word, others[n] ?? ""))) ||
  (Math.abs(words.length - others.length) === 1 && words.join("") === others.join(""));

const isSlipOfWord = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  const distance = leven(a, b, { maxDistance: 3 });
  if (distance === 1) return Math.min(a.length, b.length) > 3;
  return distance === 2 && [...a].sort().join("") === [...b].sort().join("");
};

/** Those that are the fewest letters away, at most two. */
const nearestOf = ({ own }: Prepared, names: readonly Prepared[]): readonly Prepared[] => {
  const near = names.filter((one) => Math.abs(one.own.length - own.length) <= 2);
  const distances = near.map((one) => leven(own, one.own, { maxDistance: 3 }));
  const least = distances.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return least > 2 ? [] : near.filter((_, n) => distances[n] === least);
};

/**
 * Names that have all words of the other, or of which the other has all words (two or more), in this order; those with
 * the fewest words more or less.
 */
const sharingWords = ({ words: own }: Prepared, names: readonly Prepared[]): readonly Prepared[] => {
  if (own.length < 2) return [];
  const found = names
    .filter(({ words }) => (words.length < own.length ? words.length > 1 && hasAll(own, words) : hasAll(words, own)))
    .map((one) => ({ one, difference: Math.abs(one.words.length - own.length) }));
  const least = found.reduce((smallest, { difference }) => Math.min(smallest, difference), Number.POSITIVE_INFINITY);
  return found.filter(({ difference }) => difference === least).map(({ one }) => one);
};

const hasAll = (words: readonly string[], wanted: readonly string[]): boolean => {
  let next = 0;
  for (const word of words) if (next < wanted.length && isSameWord(word, wanted[next] ?? "")) next += 1;
  return next === wanted.length;
};

/** `TEMP` is `TEMPERATURE`; shorter words begin too many others. */
const isSameWord = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) > 3 && (a.startsWith(b) || b.startsWith(a)));
