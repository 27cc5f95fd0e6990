import { type CaseOptions, chosen, readCaseOptions } from "../case-options.ts";
import { deathFaults } from "./death-faults.ts";
import type { Fault } from "./fault.ts";
import { type Ground, openGround } from "./ground.ts";
import { lastingFaults } from "./lasting-faults.ts";
import { passingFaults } from "./passing-faults.ts";
import { permissionFaults } from "./permission-faults.ts";
import { refusalFaults } from "./refusal-faults.ts";
import { runnerFaults } from "./runner-faults.ts";
import { serverFaults } from "./server-faults.ts";
import { tryFault } from "./try-fault.ts";
import { webhookFaults } from "./webhook-faults.ts";

interface Case extends Fault {
  readonly helm: 3 | 4;
}

/** Every fault, by helm 4 and, where helm has a part in it, by helm 3. */
const allCases = (): readonly Case[] =>
  [
    ...[...passingFaults, ...lastingFaults, ...serverFaults],
    ...[...permissionFaults, ...refusalFaults, ...webhookFaults],
    ...[...deathFaults, ...runnerFaults],
  ].flatMap((fault): Case[] => [
    { ...fault, name: `${fault.name} (helm 4)`, helm: 4 },
    ...(fault.alsoHelm3 === true ? [{ ...fault, name: `${fault.name} (helm 3)`, helm: 3 as const }] : []),
  ]);

interface Outcome {
  readonly name: string;
  readonly wrong: readonly string[];
}

/**
 * Every fault in a deploy of its own, on a real API server, one cluster a helm; with `--jobs 2` both helms beside each
 * other. Prints how each went and last `N faults, N survived`; gives the exit code.
 */
export const runMatrix = async (args: readonly string[]): Promise<number> => {
  const options = readCaseOptions(args);
  const cases = chosen(allCases(), options);
  if (options.list) {
    for (const { name } of cases) console.log(name);
    return 0;
  }
  const outcomes: Outcome[] = [];
  const tell = (outcome: Outcome, ms: number): void => {
    outcomes.push(outcome);
    const held = outcome.wrong.length === 0 ? "survived" : "DID NOT SURVIVE";
    console.log(`${outcomes.length}/${cases.length} ${held}: ${outcome.name} (${(ms / 1000).toFixed(0)} s)`);
    for (const what of outcome.wrong) console.log(`    ${what}`);
  };
  const entry = options.dist ? "dist/index.js" : "src/main.ts";
  const runOf = (helm: 3 | 4) =>
    runCases(
      cases.filter((one) => one.helm === helm),
      { entry, helm, tell },
    );
  if (options.jobs > 1) await Promise.all([runOf(4), runOf(3)]);
  else for (const helm of [4, 3] as const) await runOf(helm);
  return tellAll(outcomes, options) ? 0 : 1;
};

interface Running {
  readonly entry: "src/main.ts" | "dist/index.js";
  readonly helm: 3 | 4;
  readonly tell: (outcome: Outcome, ms: number) => void;
}

const runCases = async (cases: readonly Case[], { entry, helm, tell }: Running): Promise<void> => {
  if (cases.length === 0) return;
  const ground = await openGround({ entry, helm });
  try {
    await firstDeploy(ground);
    for (const one of cases) {
      const began = performance.now();
      const wrong = await tryFault(one, ground).catch((error: unknown) => [`it could not be tried: ${error}`]);
      tell({ name: one.name, wrong }, performance.now() - began);
    }
  } finally {
    await ground.close();
  }
};

const firstDeploy = async ({ deploy }: Ground): Promise<void> => {
  const { code, output } = await deploy();
  if (code !== 0) throw new Error(`the first deploy failed:\n${output}`);
};

const tellAll = (outcomes: readonly Outcome[], { share, seed }: CaseOptions): boolean => {
  const failed = outcomes.filter(({ wrong }) => wrong.length > 0);
  if (failed.length > 0) console.log("\nWhat did not survive:");
  for (const { name, wrong } of failed) console.log(`- ${name}\n    ${wrong.join("\n    ")}`);
  if (share > 1) console.log(`One fault of ${share} (seed ${seed}); without --share it is all of them.`);
  console.log(`${outcomes.length} faults, ${outcomes.length - failed.length} survived`);
  return failed.length === 0;
};
