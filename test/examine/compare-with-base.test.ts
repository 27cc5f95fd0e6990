import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readInputs } from "../../src/inputs.ts";
import { openPorts } from "../../src/machine/open-ports.ts";
import type { Change } from "../../src/outside/change.ts";
import type { Command } from "../../src/outside/exec.ts";
import { noMemory } from "../../src/outside/memory.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { withoutConfig } from "../../src/policy/open-config.ts";
import { run } from "../../src/run.ts";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { realOutside } from "../validate/real-outside.ts";

const fixtures = resolve(import.meta.dirname, "../../fixtures");
const chart = "charts/kube-prometheus-stack";
const alerting = "prometheus-stack/overlays/alerting";

let outside: Outside & { close(): Promise<void> };
let schemas: string;
beforeAll(async () => {
  [outside, schemas] = await Promise.all([realOutside(), kubernetesSchemas()]);
  for (const part of [chart, "prometheus-stack"])
    cpSync(join(fixtures, part), join(outside.workspace.root, part), { recursive: true });
});
afterAll(() => outside.close());

const sha = "1".repeat(40);
const base = { sha, event: "pull_request", isProposal: true, read: async () => new Map() };

/** The tree as it is, as the change of one that had other texts: `from` where it has `to`. */
const changeOf = (edits: readonly (readonly [file: string, from: string, to: string])[]): Change => {
  const before = edits.map(([file, from, to]) => {
    const text = readFileSync(join(outside.workspace.root, file), "utf8");
    if (!text.includes(to)) throw new Error(`${file} has no ${to}`);
    return [file, text.replace(to, from)] as const;
  });
  const one = { kind: "file", sha } as const;
  return {
    base: sha,
    files: new Map(before.map(([file]) => [file, { before: one, after: one }])),
    textsBefore: async (files) => new Map(before.filter(([file]) => files.includes(file))),
    patch: async () => null,
  };
};

/** A run on that change, without earlier answers: what it reports, and the commands that it ran. */
const compared = async (change: Change, more: Readonly<Record<string, string>> = {}) => {
  const inputs = readInputs(
    (name) =>
      ({ chart, "schema-locations": schemas, "kubernetes-version": kubernetesVersion, tools: "path", ...more })[name] ??
      "",
  );
  const ran: string[] = [];
  const exec: Outside["exec"] = (command) => {
    ran.push(wordsOf(command));
    return outside.exec(command);
  };
  const ports = openPorts(inputs, { ...outside, exec, memory: noMemory });
  const { report } = await run(inputs, { ...withoutConfig, base }, { ...ports, change: async () => change });
  return { report, ran };
};

const wordsOf = ({ file, args }: Command): string => {
  const [first = "", second = ""] = args.filter((arg) => /^[a-z]+$/.test(arg));
  return `${basename(file)} ${first} ${second}`.trim();
};

const countIn = (ran: readonly string[], command: string): number => ran.filter((one) => one === command).length;

test("what the change does not touch is not made twice, and the commands of before are asked what differs", async () => {
  const rule: readonly [string, string, string] = [`${alerting}/gpu-health.yaml`, "GPU_TEMP > 84", "GPU_TEMP > 85"];
  const { report, ran } = await compared(changeOf([rule]));
  expect(report.change).toEqual({ base: sha, note: null, affected: true, mended: [] });
  expect(report.findings).toEqual([]);
  // One for all roots, and one for those of the commit before.
  expect([countIn(ran, "helm template"), countIn(ran, "kubectl kustomize")]).toEqual([1, 2]);
});

test("nothing is run again for a change that nobody reads", async () => {
  const none = await compared({ ...changeOf([]), files: new Map() });
  const { report, ran } = await compared({
    ...changeOf([]),
    files: new Map([["README.md", { before: null, after: null }]]),
  });
  expect(ran.toSorted()).toEqual(none.ran.toSorted());
  expect(report.change).toEqual({ base: sha, note: null, affected: true, mended: [] });
});

test("a commit that cannot be judged is told, and fails nothing", async () => {
  const script = "prometheus-stack/upstream/install.sh";
  const files = new Map([[script, { before: null, after: { kind: "file", sha } as const }]]);
  const { report } = await compared({ ...changeOf([]), files });
  expect(report.conclusion).toBe("success");
  expect(report.change?.note).toMatch(
    /^Findings are not compared with commit 1{12}, which cannot be judged: Nothing says which release/,
  );
});

test("programs of the tree do not run on states of it that nobody wrote", async () => {
  const rule: readonly [string, string, string] = [`${alerting}/gpu-health.yaml`, "GPU_TEMP > 84", "GPU_TEMP > 85"];
  const { report } = await compared(changeOf([rule]), { allow: "exec-plugins" });
  expect(report.change?.note).toContain("programs of the tree may run");
});

test("a chart of the repository is not taken apart", async () => {
  const change = changeOf([[`${chart}/values.yaml`, "# before", "#"]]);
  expect((await compared(change)).report.change?.note).toContain("and so the chart itself");
});

const submodule = { before: { kind: "submodule", sha }, after: { kind: "submodule", sha: "2".repeat(40) } } as const;
const link = { before: { kind: "link", sha }, after: { kind: "link", sha: "2".repeat(40) } } as const;

test.each([
  ["the chart", "charts", submodule, "the change touches charts, and so the chart itself"],
  ["values", "shared", link, "shared is a link or a submodule, and the change moves it"],
])("a link or a submodule that is moved above %s is not taken for nothing", async (_, path, moved, why) => {
  const { root } = outside.workspace;
  const values = "prometheus-stack/upstream/values.yaml";
  mkdirSync(join(root, "shared-v2"), { recursive: true });
  cpSync(join(root, values), join(root, "shared-v2/values.yaml"));
  if (!existsSync(join(root, "shared"))) symlinkSync("shared-v2", join(root, "shared"));
  const change = { ...changeOf([]), files: new Map([[path, moved]]) };
  const { report } = await compared(change, { "value-files": "shared/values.yaml" });
  expect(report.change?.note).toContain(why);
  expect(report.findings.filter((finding) => finding.change !== undefined)).toEqual([]);
});

test("a link that only the older tree reads through is not taken for nothing", async () => {
  const file = `${alerting}/kustomization.yaml`;
  const edited = changeOf([[file, "resources:\n  - ../../../older/rules.yaml\n", "resources:\n"]]);
  const files = new Map([...edited.files, ["older", { before: link.before, after: null }] as const]);
  const { report } = await compared({ ...edited, files });
  expect(report.change?.note).toContain("older is a link or a submodule");
});
