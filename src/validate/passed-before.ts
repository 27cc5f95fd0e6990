import type { Manifest } from "../kubernetes/manifest.ts";
import { openFacts } from "../outside/known-facts.ts";
import type { Outside } from "../outside/outside.ts";
import { toolIdentity } from "../outside/tools.ts";
import type { Collected } from "./collected.ts";

/**
 * What was said of an object that no judge found anything wrong with. `unusable`: kubeconform had no schema for it.
 * `steps` of CEL rules it took to be judged.
 */
export type Passed = { readonly steps: number } | "unusable";

/** Objects that passed in an earlier run, with the same schemas. */
export interface PassedBefore {
  /** Null where it did not, or was never seen. */
  get(manifest: Manifest): Passed | null;
  learn(manifest: Manifest, passed: Passed): void;
  save(): void;
}

/** An object's own text decides which of the schemas it is judged by. */
export const openPassed = async (
  { schemas }: Collected,
  { memory, tools }: Pick<Outside, "memory" | "tools">,
): Promise<PassedBefore> => {
  const kubeconform = toolIdentity(await tools.get("kubeconform"));
  const facts = openFacts(memory, [
    "objects that passed/1",
    kubeconform,
    ...[...schemas].flatMap(([key, { text }]) => [key, text]),
  ]);
  return {
    get({ text }) {
      const known = facts.get([text]);
      return known === null || known === unusable ? known : { steps: Number(known) };
    },
    learn: ({ text }, passed) => facts.learn([text], passed === unusable ? passed : String(passed.steps)),
    save: facts.save,
  };
};

const unusable = "unusable";

/** Where nothing is known. */
export const nonePassed: PassedBefore = { get: () => null, learn: () => {}, save: () => {} };
