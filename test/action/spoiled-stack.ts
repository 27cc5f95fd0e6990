import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect } from "vitest";
import { type ActionStep, runAction, type StepResult } from "../../scripts/run-action.ts";
import type { FailureReason } from "../../src/core/errors.ts";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { schemaErrors } from "../report/report-schema.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";

const fixtures = resolve(import.meta.dirname, "../../fixtures");

/** Stands in a file beside the workspace: wherever it turns up, something outside was read. */
export const canary = "canary-5f0c61";

/** A runner's disk with the example stack in its workspace, to be spoiled. */
export interface Disk {
  readonly root: string;
  readonly workspace: string;
  /** Holds `canary.txt`, `canary.yaml` and a kustomization, all with the canary. */
  readonly outside: string;
  readonly temp: string;
  /** Writes a file of the workspace; `$OUTSIDE` in it becomes that folder. */
  write(file: string, content: string | Uint8Array): void;
  append(file: string, text: string): void;
  /** Replaces text that must be in the file. */
  replace(file: string, from: string, to: string): void;
  remove(path: string): void;
}

const canaryObject = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${canary}\n`;

export const makeDisk = (): Disk => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "prometheus-stack-bad-")));
  const [workspace, outside, temp] = ["workspace", "outside", "temp"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [workspace, outside, temp]) mkdirSync(folder);
  cpSync(join(fixtures, "prometheus-stack"), join(workspace, "prometheus-stack"), { recursive: true });
  cpSync(join(fixtures, "charts/kube-prometheus-stack"), join(workspace, "chart"), { recursive: true });
  writeFileSync(join(outside, "canary.txt"), `${canary}\n`);
  writeFileSync(join(outside, "canary.yaml"), canaryObject);
  writeFileSync(join(outside, "kustomization.yaml"), "resources: [canary.yaml]\n");
  const write: Disk["write"] = (file, content) => {
    const path = join(workspace, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === "string" ? content.replaceAll("$OUTSIDE", outside) : content);
  };
  const read = (file: string): string => readFileSync(join(workspace, file), "utf8");
  return {
    root,
    workspace,
    outside,
    temp,
    write,
    append: (file, text) => write(file, read(file) + text),
    replace(file, from, to) {
      if (!read(file).includes(from)) throw new Error(`${file} does not hold ${from}`);
      write(file, read(file).replace(from, to));
    },
    remove: (path) => rmSync(join(workspace, path), { recursive: true }),
  };
};

/** One bad thing, and how the run must end. */
export interface Bad {
  readonly name: string;
  readonly spoil?: (disk: Disk) => void;
  /** `$OUTSIDE` and `$TEMP` in a value become these folders. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Null: the run passes. */
  readonly reason: FailureReason | null;
  /** All of these are told: what is wrong and where, and the next step. */
  readonly says: readonly (string | RegExp)[];
  /** None of these is told anywhere. */
  readonly hides?: readonly string[];
}

export interface BadRun extends StepResult {
  readonly disk: Disk;
  /** Everything that left the run, in one text. */
  readonly told: string;
}

/** More at once than the runners of CI have processors only wait for each other. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

const inTurn = async <T>(body: () => Promise<T>): Promise<T> => {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await body();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
};

/** Runs the action over a spoiled disk, two at once. The disk goes in any case, once `look` has seen it. */
export const runBad = (
  bad: Pick<Bad, "spoil" | "inputs" | "env">,
  look: (run: BadRun) => void,
  more: Partial<ActionStep> = {},
): Promise<void> => inTurn(() => runOnDisk(bad, look, more));

const runOnDisk = async (
  { spoil, inputs = {}, env = {} }: Pick<Bad, "spoil" | "inputs" | "env">,
  look: (run: BadRun) => void,
  more: Partial<ActionStep>,
): Promise<void> => {
  const [tools, schemas] = await Promise.all([toolsDir(checkCommands), kubernetesSchemas()]);
  const disk = makeDisk();
  try {
    spoil?.(disk);
    const filled = (values: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          value.replaceAll("$OUTSIDE", disk.outside).replaceAll("$TEMP", disk.temp),
        ]),
      );
    const given = { chart: "chart", "schema-locations": schemas, "kubernetes-version": kubernetesVersion, ...inputs };
    const before = listing(disk.workspace);
    const result = await runAction({
      entry: "src/main.ts",
      tools,
      workspace: disk.workspace,
      show: false,
      ...more,
      inputs: filled(given),
      env: { RUNNER_TEMP: disk.temp, GITHUB_ACTIONS: "true", KUBECONFIG: "", ...filled(env) },
    });
    expect(listing(disk.workspace), "the workspace").toEqual(before);
    const reportDir = dirname(result.outputs["report-path"] ?? join(disk.temp, "prometheus-stack-report", "x"));
    look({ ...result, disk, told: [result.output, result.summary, ...textsIn(reportDir)].join("\n") });
  } finally {
    rmSync(disk.root, { recursive: true, force: true });
  }
};

/** Runs one of a table and holds it against what the table says. */
export const expectBad = (bad: Bad): Promise<void> =>
  runBad(bad, (run) => {
    expectWhole(run, bad.reason);
    for (const words of bad.says) expect(run.output).toMatch(words);
    for (const secret of bad.hides ?? []) expect(run.told.replace(/^::add-mask::.*$/gm, "")).not.toContain(secret);
  });

/** What must hold however a run ends: one clear outcome on every surface, and nothing left behind. */
export const expectWhole = ({ disk, told, ...result }: BadRun, reason: FailureReason | null): void => {
  const { outputs, output, summary, code } = result;
  expect([code, outputs["failure-reason"], outputs["conclusion"]], output).toEqual(
    reason === null ? [0, "", "success"] : [1, reason, "failure"],
  );
  const report = JSON.parse(readFileSync(outputs["report-path"] ?? "", "utf8"));
  expect(schemaErrors(report)).toEqual([]);
  expect([report.failureReason, report.conclusion]).toEqual([reason, outputs["conclusion"]]);
  expect(summary).toMatch(reason === null ? /^## (?:✅|⚠️) / : /^## ❌ /);
  if (report.error !== null) for (const text of [output, summary]) expect(text).toContain("Next step:");
  // A stack trace is never the answer to a bad input.
  expect(output).not.toMatch(/^\s+at .*(?:file:|node:)/m);
  expectNothingLeft(disk);
  expect(told).not.toContain(canary);
};

/** No private folder and no process. */
export const expectNothingLeft = ({ temp, root }: Disk): void => {
  expect(readdirSync(temp).filter((name) => !name.endsWith("report"))).toEqual([]);
  expect(processesNaming(root)).toEqual([]);
};

/** Running commands that name a path below `folder`. */
const processesNaming = (folder: string): readonly string[] =>
  execFileSync("ps", ["-eo", "args="], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })
    .split("\n")
    .filter((line) => line.includes(folder));

const listing = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false });
      return `${name} ${found?.size} ${found?.mtimeMs}`;
    })
    .sort();

const textsIn = (folder: string): readonly string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
