import { closestMatch } from "leven";

/**
 * The name among `known` that `name` was probably meant to be: another case, or at most a third of its letters away, rounded up
 * (two letters that changed places count twice).
 */
export const nearest = (name: string, known: readonly string[]): string | undefined => {
  const lower = name.toLowerCase();
  const sameLetters = known.find((candidate) => candidate.toLowerCase() === lower);
  return sameLetters ?? closestMatch(name, known, { maxDistance: Math.ceil(name.length / 3) });
};
