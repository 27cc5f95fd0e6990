import { closestMatch } from "leven";

/** Comparing two texts letter by letter takes time with the product of their lengths; no name is as long. */
const longest = 200;

/**
 * The name among `known` that `name` was probably meant to be: another case, or at most so many letters away, a third
 * of its own, rounded up, where nothing else is said (two letters that changed places count twice).
 */
export const nearest = (
  name: string,
  known: readonly string[],
  maxDistance = Math.ceil(name.length / 3),
): string | undefined => {
  const lower = name.toLowerCase();
  const sameLetters = known.find((candidate) => candidate.toLowerCase() === lower);
  if (sameLetters !== undefined || name.length > longest) return sameLetters;
  return closestMatch(name, known, { maxDistance });
};
