import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import { keyOf } from "./api-path.ts";
import type { Fate } from "./fate.ts";
import type { JobView } from "./job-view.ts";
import type { Observed, ObservedFate } from "./observe.ts";
import type { Predicted, PredictedFate } from "./predict.ts";

/** One point in which prediction and reality differ. */
export interface Difference {
  /** `namespace/name` of the Prometheus that it is about; null: what happened when the object was applied. */
  readonly prometheus: string | null;
  readonly predicted: string;
  readonly observed: string;
}

/** What came of comparing one case. */
export interface Comparison {
  readonly object: JsonObject;
  readonly differences: readonly Difference[];
  /** Pairs of object and Prometheus that were compared, and those of which we say that it cannot be told. */
  readonly compared: number;
  readonly unknown: number;
}

/** Compares prediction and reality of one case, for every Prometheus. */
export const compare = (object: JsonObject, predicted: Predicted, { applied, fates }: Observed): Comparison => {
  if (predicted.admission !== applied.admission) {
    const observed = `${applied.admission}: ${applied.message}`;
    return {
      object,
      differences: [{ prometheus: null, predicted: predicted.admission, observed }],
      compared: 1,
      unknown: 0,
    };
  }
  const pairs = [...fates].map(([prometheus, observed]) => ({
    prometheus,
    observed,
    own: predicted.fates.get(prometheus),
  }));
  const told = pairs.filter(({ own }) => own?.fate !== null);
  const differences = told.flatMap(({ prometheus, observed, own }): readonly Difference[] => {
    if (own === undefined) throw new Error(`${keyOf(object)} was not predicted for ${prometheus}`);
    if (!agree(own.fate, observed.fate))
      return [{ prometheus, predicted: sentence(own), observed: sentence(observed) }];
    return own.fate === "loaded" ? jobDifferences(prometheus, own, observed) : [];
  });
  return { object, differences, compared: told.length, unknown: pairs.length - told.length };
};

/** Where the operator leaves no trace, all that is certain is that nothing was generated. */
const agree = (predicted: Fate | null, observed: Fate | null): boolean =>
  observed === null ? predicted === "rejected" || predicted === "not-selected" : predicted === observed;

const sentence = ({ fate, why }: PredictedFate | ObservedFate): string =>
  why === "" ? `${fate ?? "absent"}` : `${fate}: ${why}`;

const jobDifferences = (prometheus: string, own: PredictedFate, { jobs }: ObservedFate): readonly Difference[] => {
  const names = (views: readonly JobView[]): string => views.map(({ name }) => name).join(", ");
  const byName = (views: readonly JobView[]) => [...views].sort((a, b) => (a.name < b.name ? -1 : 1));
  const [mine, theirs] = [byName(own.jobs), byName(jobs)];
  if (names(mine) !== names(theirs)) return [{ prometheus, predicted: names(mine), observed: names(theirs) }];
  return mine.flatMap((job, i) => fieldDifferences(job, theirs[i] ?? job).map((one) => ({ prometheus, ...one })));
};

const fieldDifferences = (mine: JobView, theirs: JobView): readonly Omit<Difference, "prometheus">[] =>
  (Object.keys(mine) as (keyof JobView)[])
    .filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))
    .map((field) => ({
      predicted: `${mine.name} ${field}: ${unlike(mine[field], theirs[field])}`,
      observed: `${mine.name} ${field}: ${unlike(theirs[field], mine[field])}`,
    }));

/** Of two lists only what the first has and the second has not, or all where only the order differs. */
const unlike = (one: JobView[keyof JobView], other: JobView[keyof JobView]): string => {
  if (!Array.isArray(one) || !Array.isArray(other)) return JSON.stringify(one);
  const own = one.filter((item) => !other.includes(item));
  return JSON.stringify(own.length === 0 && one.length === other.length ? one : own);
};
