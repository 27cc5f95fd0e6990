import type { Finding, Location } from "../core/finding.ts";
import { type FileChange, filesAt, type Part, partsOf, stepsIn } from "./change-steps.ts";
import type { LaidFiles } from "./lay-over.ts";
import { lineOfPart, placesInPart } from "./part-lines.ts";

/** The findings that a state of the tree still has, of those that were asked for; null: no more is tried. */
export type Judge = (files: LaidFiles) => Promise<ReadonlySet<Finding> | null>;

interface Asked {
  readonly changes: readonly FileChange[];
  /** New findings, and the places that each knows of. */
  readonly places: ReadonlyMap<Finding, readonly Location[]>;
  readonly judge: Judge;
}

/**
 * The line of the change that brought each finding. The change is made part by part: a finding comes with one of them,
 * which is found by halving, and of that part with one of its lines. Absent is what was not found: it comes with a file
 * that goes, or no more may be tried.
 */
export const findCauses = async ({ changes, places, judge }: Asked): Promise<ReadonlyMap<Finding, Location>> => {
  const known = [...places.values()].flat();
  const parts = partsOf(changes);
  // Of several parts that it takes, the last is blamed: that which findings know of.
  const isKnown = (part: Part): boolean => part.kind === "written" && placesInPart(part, known).length > 0;
  const order = [
    ...parts.filter((part) => part.kind === "new" || (part.kind === "written" && !isKnown(part))),
    ...parts.filter(isKnown),
    ...parts.filter(({ kind }) => kind === "gone"),
  ];
  const states = new Map<string, ReturnType<Judge>>();
  const has = async (finding: Finding, made: number, steps = 0): Promise<boolean | null> => {
    const key = `${made} ${steps}`;
    const state = states.get(key) ?? judge(filesAt(changes, order, made, steps));
    states.set(key, state);
    return (await state)?.has(finding) ?? null;
  };
  const causes = new Map<Finding, Location>();
  for (const [finding, own] of places) {
    const made = await firstWith(order.length, (count) => has(finding, count));
    const part = made === null ? undefined : order[made - 1];
    if (made === null || part === undefined) continue;
    const [named] = placesInPart(part, own);
    const step =
      named === undefined
        ? await firstWith(stepsIn(part), (steps) => has(finding, made - 1, steps))
        : named.line - part.hunk.newStart + 1;
    const at = lineOfPart(part, step ?? 1);
    if (at !== null) causes.set(finding, at);
  }
  return causes;
};

/** The least number for which something holds that holds for `all` and not for 0; null where it cannot be told. */
const firstWith = async (all: number, holds: (count: number) => Promise<boolean | null>): Promise<number | null> => {
  let [without, having] = [0, all];
  while (having - without > 1) {
    const middle = (without + having) >> 1;
    const found = await holds(middle);
    if (found === null) return null;
    if (found) having = middle;
    else without = middle;
  }
  return having;
};
