// mode: check against the shell pipeline that a team would write by hand, in turn and in the same run: only the ratio
// means anything elsewhere. --growth: how long it takes with 10, 100 and 1,000 more files, 1, 10 and 100 targets, and
// what a check takes while a tree is watched. --page: all of it, and docs/performance.md says what came of it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Report } from "../src/report/report.ts";
import { kubernetesSchemas, kubernetesVersion } from "../test/kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../test/tools-dir.ts";
import { copyBenchChart } from "./bench/chart.ts";
import { crdSchemaFolder, writeRuleFiles } from "./bench/inputs.ts";
import { type Measured, measure, median } from "./bench/measure.ts";
import { measureGrowth } from "./bench/measure-growth.ts";
import { writePage } from "./bench/performance-page.ts";
import { tellLargeStack } from "./bench/resolve-large.ts";
import { temporaryFolder } from "./memory-folder.ts";
import { actionEnvironment } from "./run-action.ts";

const runs = 9;
const repository = resolve(import.meta.dirname, "..");
const [tools, schemas] = await Promise.all([toolsDir(checkCommands), kubernetesSchemas()]);
// In memory, for both sides: ext4 without a journal passes over all files that were deleted in the last minutes, those
// of the runs before, for each new one (`recently_deleted` in Linux' fs/ext4/ialloc.c): 0.7 ms instead of 0.03.
const work = temporaryFolder();
process.env["TMPDIR"] = work;
try {
  const isWanted = (part: string): boolean => process.argv.includes(part) || process.argv.includes("--page");
  const ratios = isWanted("--growth") && !isWanted("--page") ? null : await bench();
  if (!isWanted("--growth")) await tellLargeStack();
  const growth = isWanted("--growth") ? await measureGrowth({ tools, schemas, work }) : null;
  if (growth !== null) console.log(growth.text);
  if (ratios !== null && growth !== null) writePage(repository, ratios, growth);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Tells what was measured; answers its lines. */
async function bench(): Promise<readonly string[]> {
  const lines: string[] = [];
  const say = (line: string): void => {
    lines.push(line);
    console.log(line);
  };
  const { path: chart, named } = copyBenchChart(join(tools, "helm"), repository, work);
  say(`chart: ${named}`);
  const stack = join(work, "prometheus-stack");
  cpSync(join(repository, "fixtures/prometheus-stack"), stack, { recursive: true });
  const path = `${tools}:${process.env["PATH"]}`;
  const crds = crdSchemaFolder(join(tools, "helm"), chart, join(work, "crd-schemas"));
  const kubernetes = join(
    schemas,
    "{{.NormalizedKubernetesVersion}}-standalone{{.StrictSuffix}}/{{.ResourceKind}}{{.KindSuffix}}.json",
  );
  const values = join(stack, "upstream/values.yaml");
  const out = join(work, "out");
  prepareRules(chart, values, join(out, "rules"));

  const pipeline = {
    file: "bash",
    args: [
      join(repository, "scripts/bench/pipeline.sh"),
      stack,
      chart,
      kubernetesVersion,
      kubernetes,
      crds,
      values,
      out,
    ],
    env: { ...process.env, PATH: path },
    cwd: work,
  };
  const inputs = {
    chart,
    "schema-locations": schemas,
    "kubernetes-version": kubernetesVersion,
    "report-dir": join(work, "report"),
    tools: "path",
  };
  const action = {
    file: process.execPath,
    args: [join(repository, "dist/index.js")],
    // A cache of its own: the first, uncounted run fills it, as the runner's tool cache would be.
    env: {
      ...actionEnvironment({ inputs, tools, workspace: work, filesDir: work }),
      RUNNER_TOOL_CACHE: join(work, "cache"),
    },
    cwd: work,
  };

  const cold = { ...action, env: { ...action.env, INPUT_CACHE: "false" } };
  const first = await measure(action);
  await measure(cold);
  await measure(pipeline);
  const [colds, warms, theirs]: [Measured[], Measured[], Measured[]] = [[], [], []];
  const [coldStages, warmStages]: [Stages[], Stages[]] = [[], []];
  const report = join(work, "report/report.json");
  for (let run = 0; run < runs; run++) {
    colds.push(await measure(cold));
    coldStages.push(stagesIn(report));
    theirs.push(await measure(pipeline));
    changeRule(join(stack, "overlays/alerting/gpu-health.yaml"), run);
    warms.push(await measure(action));
    warmStages.push(stagesIn(report));
  }
  tell(say, "mode: check, cache: false", colds, coldStages);
  tell(say, "mode: check, a rule changed since the last", warms, warmStages);
  tell(say, "shell pipeline", theirs);
  say(`first check, empty cache folder: ${first.wallMs.toFixed(0)} ms`);
  const ratio = (of: readonly Measured[], figure: (one: Measured) => number | null): string =>
    median(of.map((one, run) => (figure(one) ?? Number.NaN) / (theirs[run]?.wallMs ?? Number.NaN))).toFixed(2);
  say(`ratio check/pipeline cold ${ratio(colds, ({ wallMs }) => wallMs)}`);
  say(`ratio check/pipeline warm ${ratio(warms, ({ wallMs }) => wallMs)}`);
  say(`own CPU/pipeline ${ratio(colds, ({ ownCpuMs }) => ownCpuMs)}`);
  say(`start to first tool ${middle(colds, ({ firstToolMs }) => firstToolMs)} ms`);
  say(`memory ${middle(colds, ({ peakBytes }) => peakBytes && peakBytes / 1024 / 1024)} MiB`);
  return lines;
}

/** Another threshold, by a tenth of a degree: the tree's unit tests still pass. */
function changeRule(file: string, run: number): void {
  const text = readFileSync(file, "utf8");
  const changed = text.replace(/(DCGM_FI_DEV_GPU_TEMP > 85)(?:\.\d+)?/, `$1.${run + 1}`);
  if (changed === text) throw new Error(`${file} has no temperature to change`);
  writeFileSync(file, changed);
}

/** Of what was measured; NaN where the system does not tell. */
function middle(of: readonly Measured[], figure: (one: Measured) => number | null): string {
  return median(of.flatMap((one) => figure(one) ?? [])).toFixed(0);
}

/**
 * The pipeline's promtool needs rule files; a team would extract them once and for all, so
 * this is not part of its time.
 */
function prepareRules(chart: string, values: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const run = (command: string, args: readonly string[]) =>
    execFileSync(join(tools, command), args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const rendered = run("helm", [
    ...["template", "prometheus-stack", chart, "--namespace", "monitoring", "--values", values],
    ...["--kube-version", kubernetesVersion, "--api-versions", "monitoring.coreos.com/v1"],
  ]);
  const alerting = run("kubectl", ["kustomize", join(work, "prometheus-stack/overlays/alerting")]);
  writeRuleFiles(`${rendered}\n---\n${alerting}`, folder);
}

/** Milliseconds by stage. */
type Stages = ReadonlyMap<string, number>;

function stagesIn(file: string): Stages {
  const { stages } = JSON.parse(readFileSync(file, "utf8")) as Pick<Report, "stages">;
  return new Map(stages.flatMap((stage) => ("durationMs" in stage ? [[stage.name, stage.durationMs]] : [])));
}

function mediansOf(all: readonly Stages[]): readonly string[] {
  const names = [...(all[0]?.keys() ?? [])];
  return names.map((name) => `${name} ${median(all.map((one) => one.get(name) ?? Number.NaN))} ms`);
}

function tell(
  say: (line: string) => void,
  name: string,
  measured: readonly Measured[],
  stages: readonly Stages[] = [],
): void {
  const wall = measured.map(({ wallMs }) => wallMs);
  const peak = measured.map(({ peakBytes }) => peakBytes).filter((bytes) => bytes !== null);
  const memory =
    peak.length === 0 ? "memory not measured on this system" : `${Math.round(median(peak) / 1024 / 1024)} MiB at most`;
  say(
    `${name}: ${median(wall).toFixed(0)} ms (${Math.min(...wall).toFixed(0)} to ${Math.max(...wall).toFixed(0)}), ${memory}; ${measured.length} runs`,
  );
  if (stages.length > 0) say(`  ${mediansOf(stages).join(", ")}`);
}
