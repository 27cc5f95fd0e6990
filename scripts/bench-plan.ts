// mode: plan against the dry runs that a person would make by hand on the same cluster, in turn and in the same run:
// only the ratio means anything elsewhere.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Report } from "../src/report/report.ts";
import { clusterCommands, startCluster } from "../test/cluster/cluster.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";
import { copyBenchChart } from "./bench/chart.ts";
import { measure, median } from "./bench/measure.ts";
import { actionEnvironment, runAction } from "./run-action.ts";

const runs = 5;
const repository = resolve(import.meta.dirname, "..");
const [tools] = await Promise.all([toolsDir(checkCommands), toolsDir(clusterCommands)]);
const work = mkdtempSync(join(tmpdir(), "prometheus-stack-bench-plan-"));
const cluster = await startCluster();
try {
  await bench();
} finally {
  await cluster.stop();
  rmSync(work, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const { path: chart, named } = copyBenchChart(join(tools, "helm"), repository, work);
  console.log(`chart: ${named}`);
  const stack = join(work, "prometheus-stack");
  cpSync(join(repository, "fixtures/prometheus-stack"), stack, { recursive: true });
  const inputs = {
    ...{ chart, "schema-locations": "cluster", tools: "path", "report-dir": join(work, "report") },
    "kubeconfig-data": readFileSync(cluster.kubeconfig, "utf8"),
  };
  const given = { entry: "dist/index.js", tools, workspace: work, show: false } as const;
  const deployed = await runAction({ ...given, inputs: { ...inputs, mode: "deploy", "verify-timeout": "0s" } });
  if (deployed.code !== 0) throw new Error(`the deploy failed:\n${deployed.output}`);
  const plan = {
    file: process.execPath,
    args: [join(repository, "dist/index.js")],
    env: actionEnvironment({ ...given, inputs: { ...inputs, mode: "plan" }, filesDir: work }),
    cwd: work,
  };
  const byHand = {
    file: "bash",
    args: [join(repository, "scripts/bench/dry-runs.sh"), stack, chart],
    env: { ...process.env, PATH: `${tools}:${process.env["PATH"]}`, KUBECONFIG: cluster.kubeconfig },
    cwd: work,
  };
  await measure(plan);
  await measure(byHand);
  const [whole, stage, hand]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < runs; run++) {
    whole.push((await measure(plan)).wallMs);
    stage.push(planMs(join(work, "report/report.json")));
    hand.push((await measure(byHand)).wallMs);
  }
  const ms = (all: readonly number[]): string => `${median(all).toFixed(0)} ms`;
  console.log(
    `mode: plan: ${ms(whole)}, of it the stage plan ${ms(stage)}; dry runs by hand: ${ms(hand)}; ${runs} runs`,
  );
  const ratio = (mine: readonly number[]) => median(mine.map((one, run) => one / (hand[run] ?? Number.NaN))).toFixed(2);
  console.log(`ratio stage plan/dry runs ${ratio(stage)}`);
  console.log(`ratio mode: plan/dry runs ${ratio(whole)}`);
}

function planMs(file: string): number {
  const { stages, plan } = JSON.parse(readFileSync(file, "utf8")) as Pick<Report, "stages" | "plan">;
  if (plan === null || plan.content.objects.some(({ action }) => action !== "unchanged"))
    throw new Error("the plan of what was just deployed is not without changes");
  const found = stages.find(({ name }) => name === "plan");
  return found !== undefined && "durationMs" in found ? found.durationMs : Number.NaN;
}
