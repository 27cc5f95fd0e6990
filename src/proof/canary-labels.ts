import { accepts, statedValues } from "../promql/matcher.ts";
import type { LabelMatcher } from "../promql/syntax.ts";

/** Which labels the series of one metric get, and with what values. */
export interface LabelWishes {
  readonly names: Iterable<string>;
  /** Matchers that the series must meet. */
  readonly own: readonly LabelMatcher[];
  /** Those of the whole expression. */
  readonly all: readonly LabelMatcher[];
  /** The values that the metric's label can have; null where they are not known. */
  readonly known: (name: string) => readonly string[] | null;
  /** Values that other series of the expression are known to have, the commonest first. */
  readonly likely: (name: string) => readonly string[];
}

/**
 * A value for each of these labels that meets the matchers of `own` selectors, and those of the expression's others
 * where it can: series that are matched with each other must have the same labels. A label that the metric is known not
 * to have is left out. Null where no value was found.
 */
export const labelsFor = ({ names, own, all, known, likely }: LabelWishes): ReadonlyMap<string, string> | null => {
  const labels = new Map<string, string>();
  for (const name of new Set([...names, ...own.map((matcher) => matcher.name)])) {
    const of = (matchers: readonly LabelMatcher[]) => matchers.filter((matcher) => matcher.name === name);
    const values = known(name);
    const candidates =
      values === null
        ? [...of(all).flatMap(valuesFor), ...likely(name).filter((value) => value !== ""), ...usual(name)]
        : [...likely(name).filter((value) => values.includes(value)), ...values];
    const fits = (matchers: readonly LabelMatcher[]) =>
      candidates.find((value) => of(matchers).every((matcher) => accepts(matcher, value) === true));
    const value = fits(all) ?? fits(own);
    if (value === undefined) return null;
    if (value !== "") labels.set(name, value);
  }
  return labels;
};

/** A value where nothing is known of it: of `instance` one whose host can be told. */
const usual = (name: string): readonly string[] => [...(name === "instance" ? ["0:9100"] : []), "0", "canary", ""];

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
