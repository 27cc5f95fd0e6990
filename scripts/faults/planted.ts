// npm run faults -- planted [part of a title ...]: plants faults, one at a time, in a stack that runs for real and that
// `check` calls good, and looks with what `mode: verify` looks with. Exit code 1 where one is not found by the right
// hop or condition, or something is found where nothing was planted.
import { resolve } from "node:path";
import { clusterCommands } from "../../test/cluster/cluster.ts";
import { enterNamespace, isInside } from "../../test/rig/enter-namespace.ts";
import { plantedFaults } from "../../test/rig/faults/all-faults.ts";
import { type FoundFault, isOf } from "../../test/rig/faults/plant-faults.ts";
import { runPlanted } from "../../test/rig/faults/run-planted.ts";
import { runningCommands } from "../../test/rig/live-stack.ts";
import { checkCommands, toolsDir } from "../../test/tools-dir.ts";

const root = resolve(import.meta.dirname, "../..");

/** Runs this half; `parts` choose faults by their title. Gives the exit code. */
export const planted = async (parts: readonly string[]): Promise<number> => {
  // Nothing can be downloaded inside: the commands are made ready before.
  const [tools] = await Promise.all([toolsDir(checkCommands), toolsDir([...clusterCommands, ...runningCommands])]);
  if (!isInside()) return enterNamespace(process.argv[1] ?? "", ["planted", ...parts]);
  const faults = plantedFaults.filter(({ title }) => parts.length === 0 || parts.some((part) => title.includes(part)));
  const start = performance.now();
  const { found, missesOfGood } = await runPlanted({
    ...{ faults, tools, found: (one) => console.log(rowOf(one)) },
    chart: resolve(root, process.env["KPS_CHART"] ?? "fixtures/charts/kube-prometheus-stack"),
    progress: (line) => console.log(`[${Math.round((performance.now() - start) / 1000)} s] ${line}`),
  });
  console.log("\n== Planted faults, and what verify names");
  for (const one of found) console.log(rowOf(one));
  for (const { first, subject, what } of missesOfGood)
    console.log(`! in the good stack: ${first} of ${subject}: ${what}`);
  const right = found.filter(({ seconds }) => seconds !== null);
  console.log(`${faults.length} planted faults, ${right.length} found; good stack: ${missesOfGood.length} found`);
  return right.length === faults.length && missesOfGood.length === 0 ? 0 : 1;
};

const rowOf = ({ fault, seconds, misses, healedAfter }: FoundFault): string => {
  const own = misses.find((miss) => isOf(miss, fault)) ?? misses[0];
  const named = own === undefined ? "nothing" : `${own.first} of ${own.subject}: ${own.what}`;
  const when = seconds === null ? "NOT FOUND" : `after ${seconds.toFixed(1)} s`;
  const healed = fault.lingers
    ? "the next is planted meanwhile"
    : healedAfter === null
      ? "never all seen again"
      : `all seen again after ${healedAfter.toFixed(1)} s`;
  return `${when.padEnd(13)} ${fault.title}\n    expected ${fault.breaks}; found ${named}\n    ${misses.length} not seen in all; ${healed}`;
};
