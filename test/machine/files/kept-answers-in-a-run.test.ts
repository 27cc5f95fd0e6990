import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
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

let outside: Outside & { close(): Promise<void> };
let schemas: string;
beforeAll(async () => {
  [outside, schemas] = await Promise.all([realOutside(), kubernetesSchemas()]);
  for (const part of [chart, "prometheus-stack"])
    cpSync(join(fixtures, part), join(outside.workspace.root, part), { recursive: true });
});
afterAll(() => outside.close());

/** A check of the stack as it is now: which commands it ran, and what it reports but for times. */
const check = async (memory = noMemory) => {
  const inputs = readInputs(
    (name) =>
      ({ chart, "schema-locations": schemas, "kubernetes-version": kubernetesVersion, tools: "path" })[name] ?? "",
  );
  const commands: Command[] = [];
  const exec: Outside["exec"] = (command) => {
    commands.push(command);
    return outside.exec(command);
  };
  const { report } = await run(inputs, withoutConfig, openPorts(inputs, { ...outside, exec, memory }));
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
