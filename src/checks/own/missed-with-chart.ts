import { nameOf, type Problem } from "../../core/finding.ts";
import { chartLosses } from "../../signal/operator/chart-selection.ts";
import type { Subject } from "../check.ts";

/**
 * What a check tells of single objects, without those that a selector of the values leaves out along with the chart's
 * own: of that one cause is told at the value.
 */
export const withoutMissedWithChart = (
  { resolution: { world } }: Pick<Subject, "resolution">,
  problems: Iterable<Problem>,
): readonly Problem[] => {
  const told = new Set(chartLosses(world).flatMap(({ own }) => own.map(({ ref }) => nameOf(ref))));
  return [...problems].filter(({ resource }) => resource === undefined || !told.has(nameOf(resource)));
};
