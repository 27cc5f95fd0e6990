import type { Expression } from "../promql/parse-expression.ts";
import type { MetricSelector } from "../promql/syntax.ts";
import { labelsFor } from "./canary-labels.ts";
import type { SeriesLabels } from "./canary-shapes.ts";

/** A series whose course is looked for, and the selectors that read it. */
export interface CanaryVariable {
  readonly metric: string;
  readonly selectors: readonly MetricSelector[];
  readonly labels: ReadonlyMap<string, string>;
}

/** Labels of a series that all these selectors read. */
export type LabelsOf = (selectors: readonly MetricSelector[]) => ReadonlyMap<string, string> | null;

/** The labels that series of these expressions get, of the names that are given. */
export const labelsBy = (
  given: readonly string[],
  expressions: readonly Expression[],
  labels: SeriesLabels,
): LabelsOf => {
  const all = expressions.flatMap(({ selectors }) => selectors.flatMap(({ matchers }) => matchers));
  const names = new Set(given.filter((name) => name !== "__name__"));
  return (selectors) =>
    labelsFor({
      names,
      own: selectors.flatMap(({ matchers }) => matchers),
      all,
      known: (name) => labels.valuesOf(selectors, name),
      likely: labels.likely,
    });
};

/**
 * One series a metric; one for each of its sets of matchers where no series meets them all, and none for those that
 * none of the metric's series meets. Null where there is a metric of which that is so of all.
 */
export const seriesVariables = (
  leaves: readonly MetricSelector[],
  labelsOf: LabelsOf,
): readonly CanaryVariable[] | null => {
  const found: CanaryVariable[] = [];
  for (const [metric, selectors] of Map.groupBy(leaves, (leaf) => leaf.metric ?? "")) {
    const labels = labelsOf(selectors);
    const groups = labels === null ? Map.groupBy(selectors, matcherText).values() : [selectors];
    const variables = [...groups].flatMap((group): readonly CanaryVariable[] => {
      const own = labels ?? labelsOf(group);
      return own === null ? [] : [{ metric, selectors: group, labels: own }];
    });
    if (variables.length === 0) return null;
    found.push(...variables);
  }
  return found;
};

const matcherText = ({ matchers }: MetricSelector): string =>
  matchers.map(({ name, op, value }) => `${name}${op}${value}`).join();
