import type { Strike } from "../../test/attacks/attack.ts";
import { judge } from "../../test/attacks/judge.ts";
import { type Arena, strike } from "../../test/attacks/strike.ts";

/** How one run went. */
export interface Outcome {
  readonly name: string;
  readonly mode: "check" | "plan" | "deploy";
  /** What did not hold; empty: all did. */
  readonly wrong: readonly string[];
  readonly durationMs: number;
  readonly peakBytes: number;
}

/**
 * Runs them, `jobs` at once, and those with a cluster one after the other: they share a cluster. `tell`
 * hears of each as it ends.
 */
export const runStrikes = async (
  strikes: readonly Strike[],
  arena: Arena,
  { jobs, tell }: { readonly jobs: number; readonly tell: (outcome: Outcome, done: number) => void },
): Promise<readonly Outcome[]> => {
  const [checking, deploying] = [false, true].map((deploys) =>
    strikes.filter(({ attack }) => (attack.mode !== undefined) === deploys),
  ) as [Strike[], Strike[]];
  const outcomes: Outcome[] = [];
  const work = async (queue: Strike[]): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const outcome = await runOne(next, arena);
      outcomes.push(outcome);
      tell(outcome, outcomes.length);
    }
  };
  await Promise.all([work(deploying), ...Array.from({ length: Math.max(1, jobs - 1) }, () => work(checking))]);
  await Promise.all(Array.from({ length: jobs }, () => work(checking)));
  return outcomes;
};

const runOne = async (one: Strike, arena: Arena): Promise<Outcome> => {
  const base = { name: one.name, mode: one.attack.mode ?? "check" } as const;
  try {
    return await strike(one, arena, (seen) => ({
      ...base,
      wrong: judge(one, seen),
      durationMs: seen.end.durationMs,
      peakBytes: seen.end.peakBytes,
    }));
  } catch (error) {
    // A tree that cannot be laid holds nothing.
    return { ...base, wrong: [`it could not be tried: ${error}`], durationMs: 0, peakBytes: 0 };
  }
};
