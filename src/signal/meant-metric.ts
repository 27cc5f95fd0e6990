import leven from "leven";

/** What a wrong name was probably meant to be. */
export interface MeantMetric {
  /** At most three, of which one is. */
  readonly names: readonly string[];
  /** True where it can only be a slip of the pen: one name is so near, and no other. */
  readonly certain: boolean;
}

/**
 * The metric that a name was probably meant to be: one that is a slip of the pen away, else those that share its words, else the nearest. Of several those count
 * that are exported. Null where nothing is like it.
 */
export const meantMetric = (
  name: string,
  exported: readonly string[],
  fields: readonly string[],
): MeantMetric | null => {
  const known = [...new Set([...exported, ...fields])];
  const own = ownPart(name);
  const same = known.filter((one) => one.toUpperCase() === name.toUpperCase());
  const slips = same.length > 0 ? same : known.filter((one) => isSlip(own, ownPart(one)));
  const likes = [slips, sharingWords(own, exported), sharingWords(own, fields), nearestOf(own, known)];
  const found = likes.find((names) => names.length > 0);
  if (found === undefined) return null;
  const first = found.filter((one) => exported.includes(one));
  return { names: (first.length > 0 ? first : found).slice(0, 3), certain: found === slips && slips.length === 1 };
};

/** What to do, as a sentence without its full stop. */
export const readMeant = ({ names, certain }: MeantMetric): string => {
  const [first, ...others] = names;
  if (certain) return `Read ${first}`;
  if (others.length === 0) return `Read ${first}, if that is what is meant`;
  return `Read ${names.slice(0, -1).join(", ")} or ${names.at(-1)}, whichever is meant`;
};

/** Only what follows DCGM_FI_DEV_ and the like is compared: the long beginning that they share would make FB_TOTAL and FB_USED neighbours. */
const ownPart = (name: string): string => name.replace(/^DCGM_(?:FI_(?:DEV_|PROF_)?|EXP_)/i, "");

/** Apart from capitals: a `_` more or less, and in words of four letters and more one letter more, less or another; or two letters of a word that changed places. */
const isSlip = (name: string, known: string): boolean => {
  const [a, b] = [name.toUpperCase(), known.toUpperCase()];
  if (a.replaceAll("_", "") === b.replaceAll("_", "")) return true;
  const [words, others] = [a.split("_"), b.split("_")];
  return words.length === others.length && words.every((word, n) => isSlipOfWord(word, others[n] ?? ""));
};

const isSlipOfWord = (a: string, b: string): boolean => {
  if (a === b) return true;
  const distance = leven(a, b, { maxDistance: 3 });
  if (distance === 1) return Math.min(a.length, b.length) > 3;
  return distance === 2 && [...a].sort().join("") === [...b].sort().join("");
};

/** Those that are the fewest letters away, at most two. */
const nearestOf = (name: string, known: readonly string[]): readonly string[] => {
  const distances = known.map((one) => leven(name, ownPart(one), { maxDistance: 3 }));
  const least = Math.min(...distances);
  return least > 2 ? [] : known.filter((_, n) => distances[n] === least);
};

/** Names that have all words of the other, or of which the other has all words (two or more), in this order; those with the fewest words more or less. */
const sharingWords = (name: string, known: readonly string[]): readonly string[] => {
  const own = name.toUpperCase().split("_");
  if (own.length < 2) return [];
  const found = known
    .map((one) => ({ one, words: ownPart(one).toUpperCase().split("_") }))
    .filter(({ words }) => (words.length < own.length ? words.length > 1 && hasAll(own, words) : hasAll(words, own)))
    .map(({ one, words }) => ({ one, difference: Math.abs(words.length - own.length) }));
  const least = Math.min(...found.map(({ difference }) => difference));
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
