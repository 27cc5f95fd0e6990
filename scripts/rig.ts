// npm run rig [-- <stack's folder> ...]: runs stacks for real, without containers, and compares what the resolver
// predicted with what is seen, hop by hop; then it applies the repairs that are offered and looks again. Exit code 1
// where the two differ. Without a folder: the good stack and the documented one. --drills: the receivers of the good
// stack are drilled, in good order and in bad. --rollback: with helm 3 and helm 4 a good change is deployed, verified
// and drilled, then the documented tree forced through and taken back. --fixtures: every stack of fixtures/stacks that
// can be deployed. --played: the exporter plays each class of GPU failures, and the time until the webhook has it is
// compared with what was foretold. --generated N [--seed S] [--minutes M]: the kept variations of the good stack, and N
// new ones, in one cluster; where the two differ the variation is kept in fixtures/rig/generated.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { clusterCommands } from "../test/cluster/cluster.ts";
import { enterNamespace, isInside } from "../test/rig/enter-namespace.ts";
import { runningCommands } from "../test/rig/live-stack.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";
import { runGeneratedStacks } from "./rig/generated.ts";
import { runPlayed } from "./rig/played.ts";
import { runThereAndBack } from "./rig/rollback.ts";
import { drilledStacks, fixtureStacks, namedStacks, runStacks, usualStacks } from "./rig/stacks.ts";

const root = resolve(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rollback: { type: "boolean", default: false },
    fixtures: { type: "boolean", default: false },
    drills: { type: "boolean", default: false },
    played: { type: "boolean", default: false },
    generated: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1000) },
    minutes: { type: "string", default: "600" },
  },
});

const runAll = async (tools: string): Promise<number> => {
  const chart = resolve(root, process.env["KPS_CHART"] ?? "fixtures/charts/kube-prometheus-stack");
  const where = { root, chart, tools };
  if (values.generated !== undefined)
    return await runGeneratedStacks(where, {
      count: Number(values.generated),
      seed: Number(values.seed),
      minutes: Number(values.minutes),
    });
  if (values.rollback) return await runThereAndBack(where);
  if (values.played) return await runPlayed(where);
  if (values.drills) return await runStacks(drilledStacks, where);
  if (values.fixtures) return await runStacks(fixtureStacks(), where);
  return await runStacks(positionals.length > 0 ? namedStacks(positionals) : usualStacks, where);
};

// Nothing can be downloaded inside: the commands are made ready before.
const [tools] = await Promise.all([
  toolsDir(["helm3", ...checkCommands]),
  toolsDir([...clusterCommands, ...runningCommands]),
]);
process.exitCode = isInside() ? await runAll(tools) : await enterNamespace(import.meta.filename, process.argv.slice(2));
