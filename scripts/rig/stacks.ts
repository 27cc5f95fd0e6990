import { resolve } from "node:path";
import { expectedOutcomes } from "../../test/fixtures/stack-table.ts";
import { type RigResult, type RigStack, runStack } from "../../test/rig/run-stack.ts";

/** Where everything is; absolute. */
export interface RigPlace {
  readonly root: string;
  readonly chart: string;
  readonly tools: string;
}

/** A stack of this repository; its folder is relative to the root. */
type Stack = Pick<RigStack, "title" | "folder" | "arrives" | "repairs" | "drills" | "inputs" | "waitsForAlert">;

/** The good stack, and the one that the document describes. */
export const usualStacks: readonly Stack[] = [
  { title: "the good stack", folder: "fixtures/prometheus-stack", arrives: true, repairs: 0 },
  { title: "the stack as documented", folder: "fixtures/stacks/as-documented", arrives: false, repairs: 3 },
];

/** The good stack, whose receivers are drilled afterwards, in good order and in bad. */
export const drilledStacks: readonly Stack[] = usualStacks.slice(0, 1).map((stack) => ({ ...stack, drills: true }));

export const namedStacks = (folders: readonly string[]): readonly Stack[] =>
  folders.map((folder) => ({ title: folder, folder, arrives: null, repairs: 3 }));

/** Every row of `fixtures/stacks/README.md` that renders. */
export const fixtureStacks = (): readonly Stack[] =>
  expectedOutcomes()
    .filter(({ failureReason }) => failureReason === "" || failureReason === "findings")
    .map(({ stack, inputs }) => ({
      title: [stack, ...Object.entries(inputs).map(([name, value]) => `${name}: ${value}`)].join(", "),
      folder: `fixtures/stacks/${stack}`,
      ...{ inputs, arrives: null, repairs: 0, waitsForAlert: false },
    }));

/** Runs them one after the other and tells what agreed. Gives the exit code. */
export const runStacks = async (stacks: readonly Stack[], { root, chart, tools }: RigPlace): Promise<number> => {
  const start = performance.now();
  const progress = (line: string): void =>
    console.log(line.startsWith("\n") ? line : `[${Math.round((performance.now() - start) / 1000)} s] ${line}`);
  const results: RigResult[] = [];
  const failures: string[] = [];
  for (const stack of stacks) {
    console.log(`\n== ${stack.title}: ${stack.folder}`);
    try {
      results.push(await runStack({ ...stack, folder: resolve(root, stack.folder), chart, tools, progress }));
    } catch (thrown) {
      // Of many, some are there because they cannot be deployed.
      if (stacks.length <= usualStacks.length) throw thrown;
      failures.push(`${stack.title}: not compared: ${String(thrown).split("\n", 3).join(" ").slice(0, 300)}`);
    }
  }
  console.log("\n== Prediction and observation");
  for (const result of results) console.log(lineOf(result));
  for (const failure of failures) console.log(failure);
  const total = (of: (result: RigResult) => number): number => results.reduce((sum, one) => sum + of(one), 0);
  console.log(
    `${results.length} stacks: ${total(({ agreements }) => agreements)} hops agree, ${total(({ disagreements }) => disagreements)} disagree`,
  );
  return results.every(isRight) ? 0 : 1;
};

const isRight = ({ disagreements, asExpected, wrongDrills }: RigResult): boolean =>
  disagreements === 0 && asExpected && (wrongDrills ?? 0) === 0;

const lineOf = ({ title, agreements, disagreements, silent, arrived, asExpected, wrongDrills }: RigResult): string =>
  `${title}: ${agreements} hops agree, ${disagreements} disagree, ${silent} not compared; ` +
  `a GPU alert ${arrived ? "reached" : "has not reached"} the webhook${asExpected ? "" : ", WHICH IS WRONG"}` +
  (wrongDrills === null ? "" : `; ${wrongDrills} drills claimed what the webhook did not bear out`);
