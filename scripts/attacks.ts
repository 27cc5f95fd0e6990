// npm run attacks [-- --dist --only <regex> --share 2 --seed 1 --list --jobs 2]: the corpus of hostile trees against
// the action, and honest ones that do nearly the same. It says of each run what did not hold.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Strike, strikesOf } from "../test/attacks/attack.ts";
import { attacks, honest } from "../test/attacks/index.ts";
import { buildTemplate } from "../test/attacks/template.ts";
import { startCluster } from "../test/cluster/cluster.ts";
import { kubernetesSchemas } from "../test/kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";
import { type Outcome, runStrikes } from "./attacks/run-strikes.ts";
import { chosen, readCaseOptions } from "./case-options.ts";

const repository = resolve(import.meta.dirname, "..");
const entriesOf = {
  source: { action: "src/main.ts", cli: "src/cli.ts" },
  dist: { action: "dist/index.js", cli: "dist/cli.js" },
} as const;

const options = readCaseOptions();
const { share, seed } = options;

const [hostile, harmless] = [chosen(strikesOf(attacks), options), chosen(strikesOf(honest), options)];

if (options.list) for (const { name } of [...hostile, ...harmless]) console.log(name);
else await main();

async function main(): Promise<void> {
  if (process.platform !== "linux") return console.log("the attacks look at /proc: they run on Linux only");
  const work = mkdtempSync(join(tmpdir(), "prometheus-stack-arena-"));
  const strikes = [...hostile, ...harmless];
  const cluster = strikes.some(({ attack }) => attack.mode !== undefined) ? await startCluster() : null;
  try {
    const template = join(work, "template");
    mkdirSync(template);
    buildTemplate(template);
    const entries = entriesOf[options.dist ? "dist" : "source"];
    const arena = {
      template,
      tools: await toolsDir(["helm3", ...checkCommands]),
      schemas: await kubernetesSchemas(),
      cache: join(work, "cache"),
      entries: { action: resolve(repository, entries.action), cli: resolve(repository, entries.cli) },
      cluster,
    };
    const tell = (outcome: Outcome, done: number) => tellOne(outcome, `${done}/${strikes.length}`);
    tellAll(await runStrikes(strikes, arena, { jobs: options.jobs, tell }));
  } finally {
    await cluster?.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

function tellOne({ name, wrong, durationMs, peakBytes }: Outcome, place: string): void {
  const took = `${(durationMs / 1000).toFixed(1)} s, ${Math.round(peakBytes / 1024 / 1024)} MiB`;
  console.log(`${place} ${wrong.length === 0 ? "held" : "DID NOT HOLD"}: ${name} (${took})`);
  for (const what of wrong) console.log(`    ${what}`);
}

function tellAll(outcomes: readonly Outcome[]): void {
  const held = (all: readonly Strike[]): readonly Outcome[] =>
    outcomes.filter((one) => one.wrong.length === 0 && all.some(({ name }) => name === one.name));
  const slowest = Math.max(0, ...outcomes.map(({ durationMs }) => durationMs));
  const largest = Math.max(0, ...outcomes.map(({ peakBytes }) => peakBytes));
  const failed = outcomes.filter(({ wrong }) => wrong.length > 0);
  if (failed.length > 0) console.log("\nWhat did not hold:");
  for (const one of failed) tellOne(one, "-");
  const trees = new Set(hostile.map(({ attack }) => attack.name)).size;
  const deploys = hostile.filter(({ attack }) => attack.mode !== undefined).length;
  console.log(
    `\n${trees} hostile trees in ${hostile.length} runs (some with helm 3 and helm 4), ${deploys} of them planning for a cluster or deploying to it. ` +
      `The slowest took ${(slowest / 1000).toFixed(1)} s, the largest ${Math.round(largest / 1024 / 1024)} MiB.`,
  );
  if (share > 1) console.log(`One run of ${share} (seed ${seed}); without --share it is all of them.`);
  console.log(`${harmless.length} runs over honest trees, ${held(harmless).length} as they should be`);
  console.log(`${hostile.length} attacks, ${held(hostile).length} held`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
