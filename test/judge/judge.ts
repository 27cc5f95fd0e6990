import type { Outside } from "../../src/outside/outside.ts";
import { keyOf } from "./api-path.ts";
import { clear } from "./clear.ts";
import { type Comparison, compare } from "./compare.ts";
import type { Court } from "./court.ts";
import { fitted } from "./fitted.ts";
import { inNamespaces } from "./in-namespaces.ts";
import type { Batch } from "./judge-case.ts";
import { observe } from "./observe.ts";
import { type Predicted, predict } from "./predict.ts";
import { withReaders } from "./readable.ts";

/** One case after both have spoken. */
export interface Judged extends Comparison {
  /** The operator's version. */
  readonly operator: string;
  /** As it was given, namespaces not renamed. */
  readonly batch: Batch;
  /** Index of the case in its batch. */
  readonly index: number;
  /** What the batch's Prometheus objects were called in the cluster: `namespace/name`, in their order. */
  readonly prometheuses: readonly string[];
}

/** Tells how far it is, for a person who waits. */
export type Progress = (judged: number, cases: number) => void;

/**
 * More batches at once make every Prometheus' configuration longer, and the operator slower: these took the least time.
 */
const batchesPerWave = 5;

let waves = 0;

/**
 * Judges batches: prediction and the operator's doing, case by case. Afterwards only empty
 * namespaces are left in the cluster.
 */
export const judge = async (
  court: Court,
  batches: readonly Batch[],
  outside: Outside,
  progress: Progress = () => {},
): Promise<readonly Judged[]> => {
  const count = batches.reduce((sum, { cases }) => sum + cases.length, 0);
  const judged: Judged[] = [];
  for (let start = 0; start < batches.length; start += batchesPerWave) {
    judged.push(...(await judgeWave(court, batches.slice(start, start + batchesPerWave), outside)));
    progress(judged.length, count);
  }
  return judged;
};

const judgeWave = async (court: Court, batches: readonly Batch[], outside: Outside): Promise<readonly Judged[]> => {
  waves += 1;
  const own = batches.map((batch, i) => inNamespaces(fitted(batch, court.crds), `${waves}-${i}`));
  const predictions: (readonly Predicted[])[] = [];
  for (const batch of own) predictions.push(await predict(batch, court, outside));
  const observations = await withReaders(await observe(court, own, `mark-${waves}`), outside);
  await clear(court.cluster, own);
  return batches.flatMap((batch, i) =>
    batch.cases.map((_, index) => {
      const [object, predicted, observed] = [own[i]?.cases[index], predictions[i]?.[index], observations[i]?.[index]];
      if (object === undefined || predicted === undefined || observed === undefined) throw new Error("a case was lost");
      const prometheuses = own[i]?.setting.prometheuses.map(keyOf) ?? [];
      return { operator: court.version, batch, index, prometheuses, ...compare(object, predicted, observed) };
    }),
  );
};
