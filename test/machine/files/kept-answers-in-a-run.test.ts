import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeStack } from "../../../scripts/bench/growing-stack.ts";
import { readInputs } from "../../../src/inputs.ts";
import { keptAnswers } from "../../../src/machine/files/kept-answers.ts";
import { openPorts } from "../../../src/machine/open-ports.ts";
import type { Command } from "../../../src/outside/exec.ts";
import { noMemory } from "../../../src/outside/memory.ts";
import type { Outside } from "../../../src/outside/outside.ts";
import { withoutConfig } from "../../../src/policy/open-config.ts";
import { run } from "../../../src/run.ts";
import { kubernetesSchemas, kubernetesVersion } from "../../kubernetes-schemas.ts";
import { realOutside } from "../../validate/real-outside.ts";

const fixtures = resolve(import.meta.dirname, "../../../fixtures");
const chart = "charts/kube-prometheus-stack";

/** Of two runs at once each has its own; they have the first one's workspace. */
let outsides: readonly (Outside & { close(): Promise<void> })[];
let outside: Outside;
let schemas: string;
beforeAll(async () => {
  [outsides, schemas] = await Promise.all([Promise.all([realOutside(), realOutside()]), kubernetesSchemas()]);
  outside = outsides[0] as Outside;
  for (const part of [chart, "prometheus-stack"])
    cpSync(join(fixtures, part), join(outside.workspace.root, part), { recursive: true });
});
afterAll(() => Promise.all(outsides.map((one) => one.close())));

/** A check of the stack as it is now: which commands it ran, and what it reports but for times. */
const check = async (memory = noMemory, by: Outside = outside) => {
  const inputs = readInputs(
    (name) =>
      ({ chart, "schema-locations": schemas, "kubernetes-version": kubernetesVersion, tools: "path" })[name] ?? "",
  );
  const commands: Command[] = [];
  const exec: Outside["exec"] = (command) => {
    commands.push(command);
    return by.exec(command);
  };
  const machine = { ...by, workspace: outside.workspace, exec, memory };
  const { report } = await run(inputs, withoutConfig, openPorts(inputs, machine));
  const stages = report.stages.map(({ name, status }) => ({ name, status }));
  return { report: { ...report, stages }, ran: commands.map(wordsOf).sort() };
};

const wordsOf = ({ file, args }: Command): string => {
  const [first = "", second = ""] = args.filter((arg) => /^[a-z]+$/.test(arg));
  return `${basename(file)} ${first} ${second}`.trim();
};

const edit = (file: string, from: string, to: string): void => {
  const path = join(outside.workspace.root, "prometheus-stack", file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
};

test("a check runs again only what a change touches, and says what a check without memory says", async () => {
  const memory = keptAnswers(mkdtempSync(join(outside.scratch.dir, "answers-")), { info: () => {} });
  const first = await check(memory);
  expect(first.report.findings).toEqual([]);
  expect(first.ran).toContain("helm template");

  const again = await check(memory);
  expect(again.ran).toEqual([]);
  expect(again.report).toEqual(first.report);

  edit("overlays/alerting/gpu-health.yaml", "DCGM_FI_DEV_GPU_TEMP > 85", "DCGM_FI_DEV_GPU_TEMP > 84");
  const changed = await check(memory);
  expect(changed.ran).toEqual(["kubeconform", "kubectl kustomize", "promtool check rules", "promtool test rules"]);
  expect(changed.report).toEqual((await check()).report);

  edit("upstream/values.yaml", "", "kubeProxy:\n  enabled: false\n");
  const byValues = await check(memory);
  expect(byValues.ran).toContain("helm template");
  expect(byValues.ran).not.toContain("kubectl kustomize");
  expect(byValues.report).toEqual((await check()).report);

  edit("overlays/alerting/gpu-health.yaml", "DCGM_FI_DEV_GPU_TEMP > 84", "DCGM_FI_DEV_GPU_TEMP >");
  const broken = await check(memory);
  expect(broken.report.findings.map(({ check: id }) => id)).toContain("promql-syntax-error");
  // What fails is asked again.
  expect((await check(memory)).ran.filter((one) => one.startsWith("promtool"))).not.toEqual([]);
});

/** A folder with the answers of a check, and what that reported. */
const filled = async () => {
  const folder = mkdtempSync(join(outside.scratch.dir, "answers-"));
  const { report } = await check(keptAnswers(folder, { info: () => {} }));
  return { folder, report, files: readdirSync(folder).map((name) => join(folder, name)) };
};

const flipped = (file: string): void => {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
};

/** What may become of the folder, and how many lines tell of it. */
const troubles: readonly (readonly [string, (files: readonly string[]) => void, number])[] = [
  ["all of it is damaged", (files) => files.forEach(flipped), 1],
  [
    "all of it is half written",
    (files) => {
      for (const file of files) truncateSync(file, Math.floor(statSync(file).size / 2));
    },
    1,
  ],
  [
    "another version wrote it, under names of its own, and left some unfinished",
    (files) => {
      for (const [index, file] of files.entries()) renameSync(file, `${file}${index % 2 === 0 ? ".unfinished" : "0"}`);
    },
    0,
  ],
  ["it is gone", (files) => rmSync(dirname(files[0] ?? ""), { recursive: true }), 1],
];

test.for(troubles)("where %s a check says the same, and a line tells of it", async ([, spoil, lines]) => {
  const { folder, report, files } = await filled();
  spoil(files);
  const told: string[] = [];
  const spoiled = await check(keptAnswers(folder, { info: (line) => void told.push(line) }));
  expect(spoiled.report).toEqual(report);
  expect(spoiled.ran).toContain("helm template");
  expect(told).toHaveLength(lines);
});

test("two checks at once on one folder, both new to it, say the same, and leave it whole", async () => {
  const folder = mkdtempSync(join(outside.scratch.dir, "answers-"));
  const told: string[] = [];
  const memory = () => keptAnswers(folder, { info: (line) => void told.push(line) });
  const [one, other] = await Promise.all(outsides.map((by) => check(memory(), by)));
  expect(one?.report).toEqual((await check()).report);
  expect(other?.report).toEqual(one?.report);
  const after = await check(memory());
  expect(after.report).toEqual(one?.report);
  expect(after.ran.filter((command) => !command.startsWith("promtool") && command !== "kubeconform")).toEqual([]);
  expect(told).toEqual([]);
});

test("ten times as many files take no more commands", async () => {
  const ranWith = async (count: number): Promise<readonly string[]> => {
    rmSync(join(outside.workspace.root, "prometheus-stack"), { recursive: true });
    writeStack(outside.workspace.root, count);
    return (await check()).ran;
  };
  expect(await ranWith(30)).toEqual(await ranWith(3));
});
