import { accepts, statedValues } from "../promql/matcher.ts";
import type { LabelMatcher } from "../promql/syntax.ts";

/**
 * A value for each of these labels that meets the matchers of `own` selectors, and those of the expression's others
 * where it can: series that are matched with each other must have the same labels. Null where no value was found.
 */
export const labelsFor = (
  names: Iterable<string>,
  own: readonly LabelMatcher[],
  all: readonly LabelMatcher[],
): ReadonlyMap<string, string> | null => {
  const labels = new Map<string, string>();
  for (const name of new Set([...names, ...own.map((matcher) => matcher.name)])) {
    const of = (matchers: readonly LabelMatcher[]) => matchers.filter((matcher) => matcher.name === name);
    const candidates = [...of(all).flatMap(valuesFor), "0", "canary", ""];
    const fits = (matchers: readonly LabelMatcher[]) =>
      candidates.find((value) => of(matchers).every((matcher) => accepts(matcher, value) === true));
    const value = fits(all) ?? fits(own);
    if (value === undefined) return null;
    if (value !== "") labels.set(name, value);
  }
  return labels;
};

/** Values that are likely to meet a matcher: those it states, else its pattern with the wildcards filled in. */
const valuesFor = (matcher: LabelMatcher): readonly string[] =>
  statedValues(matcher) ??
  matcher.value
    .replace(/^\^|\$$|[()]|\?:/g, "")
    .split("|")
    .map((part) =>
      part
        .replace(/\[(.)[^[\]]*\]/g, "$1")
        .replace(/\\d/g, "1")
        .replace(/\\(.)/g, "$1")
        .replace(/\.[*+]/g, "x")
        .replace(/[*+?]/g, ""),
    );
