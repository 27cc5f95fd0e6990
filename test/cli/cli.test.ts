import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { parseXml } from "@rgrove/parse-xml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledEntry } from "../../scripts/bundle-sources.ts";
import type { Finding } from "../../src/core/finding.ts";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { schemaErrors } from "../report/report-schema.ts";
import { runIn, sarifErrors } from "../report/sarif/sarif-schema.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";

const project = resolve(import.meta.dirname, "../..");
const bundle = join(project, "dist/cli.js");
let work: string;
let tools: string;
let usual: readonly string[];

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), "prometheus-stack-cli-"));
  tools = await toolsDir(checkCommands);
  cpSync(join(project, "fixtures/charts"), join(work, "charts"), { recursive: true });
  usual = [
    ...["--chart", join(work, "charts/kube-prometheus-stack"), "--schema-locations", await kubernetesSchemas()],
    ...["--kubernetes-version", kubernetesVersion, "--tools", "path"],
  ];
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A repository (or just a folder) with a stack under its usual name. */
const layOut = (name: string, stack: string, git = true): string => {
  const folder = join(work, name);
  mkdirSync(join(folder, ...(git ? [".git"] : [])), { recursive: true });
  cpSync(join(project, "fixtures", stack), join(folder, "prometheus-stack"), { recursive: true });
  return folder;
};

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Where {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly entry?: string;
}

/** The command in a process of its own, without any variable of a runner. */
const cli = async (args: readonly string[], { cwd, env = {}, entry }: Where): Promise<Ran> => {
  const file = entry ?? (await bundledEntry("cli"));
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd,
      env: { PATH: tools, HOME: work, XDG_CACHE_HOME: join(work, "cache"), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const)
      child[stream].on("data", (chunk: Buffer) => {
        output[stream] += chunk.toString();
      });
    child.on("error", fail);
    child.on("close", (code) => done({ code, ...output }));
  });
};

const errorsIn = (stdout: string): number => Number(/^(\d+) errors?,/m.exec(stdout)?.[1] ?? 0);

describe("prometheus-stack-action check", () => {
  test("the good stack: exit code 0 and what is proved, one line with --quiet, from a folder inside the repository too", async () => {
    const cwd = layOut("good", "prometheus-stack");
    const inside = await cli(["check", ...usual], { cwd: join(cwd, "prometheus-stack/base") });
    expect(inside.code).toBe(0);
    expect(inside.stdout).toMatch(
      /^GPU failures that somebody is told of: \d+ of \d+; nobody is told of: .*Power\nAlerts: (\d+) of \1 GPU alerts fired on synthetic series\n\nnothing found\n$/,
    );
    expect(inside.stderr).toContain("helm");
    expect(await cli(["check", ".", "--quiet", ...usual], { cwd: join(cwd, "prometheus-stack") })).toEqual({
      code: 0,
      stdout: "nothing found\n",
      stderr: "",
    });
  });

  test("the documented stack outside of Git: findings by file as seen from here, exit code 1", async () => {
    const cwd = layOut("plain", "stacks/as-documented", false);
    const { code, stdout } = await cli(["check", "prometheus-stack", "--quiet", ...usual], { cwd });
    expect(code).toBe(1);
    const group = stdout.split("\n\n").find((part) => part.includes("servicemonitor-port-not-found")) ?? "";
    expect(group).toMatch(/^prometheus-stack\/overlays\/servicemonitors\/dcgm-exporter\.yaml\n {2}\d+:\d+ error /);
    expect(group).toContain("fix: Name the Service's port: `port: gpu-metrics`.");
    expect(stdout).toMatch(/^\d+ errors, .*; --fix fixes \d of them\n$/m);
    expect((await cli(["check", "--quiet", "--fail-on", "never", ...usual], { cwd })).code).toBe(0);
  });

  test("--fix repairs what is certain, shows it, and exits as the tree is then; again it changes nothing", async () => {
    const cwd = layOut("fix", "stacks/as-documented");
    const before = await cli(["check", "--quiet", ...usual], { cwd });
    const first = await cli(["check", "--fix", "--quiet", ...usual], { cwd });
    const monitor = join(cwd, "prometheus-stack/overlays/servicemonitors/dcgm-exporter.yaml");
    const fixed = readFileSync(monitor, "utf8");
    expect(first.stdout).toContain("  -     - port: metrics\n  +     - port: gpu-metrics\n");
    expect(first.stdout).toMatch(/^\d findings fixed$/m);
    expect(errorsIn(first.stdout)).toBeLessThan(errorsIn(before.stdout));
    expect(first.code).toBe(1);
    const second = await cli(["check", "--fix", "--quiet", ...usual], { cwd });
    expect(first.stdout.endsWith(second.stdout)).toBe(true);
    expect(second.stdout).not.toContain(" fixed\n");
    expect(readFileSync(monitor, "utf8")).toBe(fixed);
    expect(fixed).toContain("port: gpu-metrics");
  });

  test("--fix keeps the line breaks of Windows and a byte-order mark", async () => {
    const monitor = "prometheus-stack/overlays/servicemonitors/dcgm-exporter.yaml";
    const [unix, windows] = [layOut("unix", "stacks/as-documented"), layOut("windows", "stacks/as-documented")];
    const asOnWindows = (text: string): string => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    writeFileSync(join(windows, monitor), asOnWindows(readFileSync(join(windows, monitor), "utf8")));
    for (const cwd of [unix, windows]) await cli(["check", "--fix", "--quiet", ...usual], { cwd });
    const fixed = readFileSync(join(unix, monitor), "utf8");
    expect(fixed).toContain("port: gpu-metrics");
    expect(readFileSync(join(windows, monitor), "utf8")).toBe(asOnWindows(fixed));
  });

  test("--fix changes no file outside the repository, where a link leads", async () => {
    const cwd = layOut("linked", "stacks/as-documented");
    const monitor = join(cwd, "prometheus-stack/overlays/servicemonitors/dcgm-exporter.yaml");
    const outside = join(work, "outside.yaml");
    cpSync(monitor, outside);
    rmSync(monitor);
    symlinkSync(outside, monitor);
    const text = readFileSync(outside, "utf8");
    await cli(["check", "--fix", "--quiet", ...usual], { cwd });
    expect(readFileSync(outside, "utf8")).toBe(text);
  });

  test("--write-baseline: what is found today fails no more, what is new does, what is gone is told", async () => {
    const cwd = layOut("baseline", "stacks/as-documented");
    const written = await cli(["check", "--write-baseline", "--quiet", ...usual], { cwd });
    expect(written.code).toBe(0);
    expect(written.stderr).toMatch(/^\d+ findings are in \.prometheus-stack-baseline\.json/m);
    const again = await cli(["check", "--format", "json", "--quiet", ...usual], { cwd });
    const report = JSON.parse(again.stdout);
    expect({ code: again.code, findings: report.findings, schema: schemaErrors(report) }).toEqual({
      ...{ code: 0, findings: [], schema: [] },
    });
    expect(report.counts.suppressed).toBe(report.suppressed.length);
    // Also where nothing fails any more: what was found before stays in it.
    const rewritten = await cli(["check", "--write-baseline", "--quiet", ...usual], { cwd });
    expect(rewritten).toMatchObject({ code: 0, stderr: written.stderr });
    expect(rewritten.stdout).toMatch(/^nothing found; \d+ suppressed\n$/);
    const monitor = join(cwd, "prometheus-stack/overlays/servicemonitors/dcgm-exporter.yaml");
    writeFileSync(monitor, readFileSync(monitor, "utf8").replace("port: metrics", "port: gpu-metrics\n      bogus: 1"));
    const changed = await cli(["check", "--quiet", ...usual], { cwd });
    expect(changed.code).toBe(1);
    expect(changed.stdout).toContain("kubernetes-schema-invalid");
    expect(changed.stdout).toContain("suppression-unused");
    expect(changed.stdout).not.toContain("servicemonitor-not-selected");
  });

  test("--write-baseline keeps the old one where not all could be checked, and says why", async () => {
    const cwd = layOut("half", "stacks/kustomize-fails");
    const baseline = join(cwd, ".prometheus-stack-baseline.json");
    const old = '{"version": 1, "findings": {"alert-for-missing": {"PrometheusRule monitoring/gpu": 2}}}\n';
    writeFileSync(baseline, old);
    for (const more of [[], ["--fail-on", "never"]]) {
      const { code, stdout, stderr } = await cli(["check", "--write-baseline", "--quiet", ...more, ...usual], { cwd });
      expect(code).toBe(2);
      expect(stdout).toMatch(/^2 errors; not all was checked: .* did not render$/m);
      expect(stderr).toMatch(/^error: \.prometheus-stack-baseline\.json is not written, .* did not render\n/);
      expect(readFileSync(baseline, "utf8")).toBe(old);
    }
  });

  test("a baseline that cannot be read is refused with a way out that leads out", async () => {
    const cwd = layOut("torn", "prometheus-stack");
    const baseline = join(cwd, ".prometheus-stack-baseline.json");
    writeFileSync(baseline, "<<<<<<< ours\n");
    const refused = await cli(["check", "--write-baseline", "--quiet", ...usual], { cwd });
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("Delete it, then write it anew");
    rmSync(baseline);
    expect((await cli(["check", "--write-baseline", "--quiet", ...usual], { cwd })).code).toBe(0);
  });

  test("a tree that does not render fails also where that is let be, and says so", async () => {
    const cwd = layOut("unrendered", "stacks/kustomize-fails");
    writeFileSync(join(cwd, ".prometheus-stack.yaml"), "checks:\n  kustomize-build-failed: off\n");
    const { code, stdout } = await cli(["check", "--quiet", ...usual], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^nothing found; not all was checked: .* did not render$/m);
    const markdown = await cli(["check", "--quiet", "--format", "markdown", ...usual], { cwd });
    expect(markdown.stdout).toMatch(/^## ❌ .*not all was checked.*\n\n<b>Next step:<\/b> What does not build/);
  });

  test("the configuration file counts, and its mistakes are told with their line", async () => {
    const cwd = layOut("configured", "stacks/as-documented");
    writeFileSync(join(cwd, ".prometheus-stack.yaml"), "checks:\n  servicemonitor-not-selected: off\n");
    const { stdout } = await cli(["check", "--quiet", ...usual], { cwd });
    expect(stdout).not.toContain("error servicemonitor-not-selected");
    expect(stdout).toContain("Not checked: servicemonitor-not-selected: .prometheus-stack.yaml turns it off");
    writeFileSync(join(cwd, ".prometheus-stack.yaml"), "checks:\n  servicemonitor-not-select: off\n");
    const wrong = await cli(["check", "--quiet", ...usual], { cwd });
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toContain(
      ".prometheus-stack.yaml:2:3: there is no check servicemonitor-not-select; did you mean",
    );
  });

  test("colours where they are wished for, and none into a pipe or with NO_COLOR", async () => {
    const cwd = layOut("colours", "stacks/as-documented");
    const run = (env: Readonly<Record<string, string>>) => cli(["check", "--quiet", ...usual], { cwd, env });
    const [plain, colourful, refused] = [await run({}), await run({ FORCE_COLOR: "1" }), await run({ NO_COLOR: "1" })];
    expect(colourful.stdout).not.toBe(plain.stdout);
    expect(stripVTControlCharacters(colourful.stdout)).toBe(plain.stdout);
    expect(refused.stdout).toBe(plain.stdout);
  });

  test("--format json is the report alone, --format github the runner's commands", async () => {
    const cwd = layOut("formats", "stacks/as-documented");
    const json = await cli(["check", "--format", "json", ...usual], { cwd });
    const report = JSON.parse(json.stdout);
    expect(schemaErrors(report)).toEqual([]);
    expect(json.code).toBe(1);
    const { stdout } = await cli(["check", "--format", "github", "--quiet", ...usual], { cwd });
    expect(stdout).toContain(
      "::error title=servicemonitor-port-not-found,file=prometheus-stack/overlays/servicemonitors/",
    );
    expect(stdout.split("\n").filter((line) => line !== "" && !/^::(error|warning|notice) /.test(line))).toEqual([]);
  });

  test("--format sarif, junit and markdown are the same findings for other programs", async () => {
    const cwd = layOut("programs", "stacks/as-documented");
    const run = async (format: string) =>
      (await cli(["check", "--format", format, "--quiet", ...usual], { cwd })).stdout;
    const { findings } = JSON.parse(await run("json"));
    const sarif = await run("sarif");
    expect(sarifErrors(sarif)).toEqual([]);
    const results = runIn(sarif).results ?? [];
    expect(results.map(({ ruleId }) => ruleId).sort()).toEqual(findings.map(({ check }: Finding) => check).sort());
    expect(results.filter(({ partialFingerprints }) => partialFingerprints === undefined)).toEqual([]);
    expect(results.some(({ relatedLocations = [] }) => relatedLocations.length > 0)).toBe(true);
    const { root } = parseXml(await run("junit"));
    const errors = findings.filter(({ severity }: Finding) => severity === "error").length;
    expect(root?.attributes).toMatchObject({ failures: String(errors), errors: "0" });
    expect(await run("markdown")).toMatch(/^## ❌ .*\n\n.*/);
  });

  test("what the person who runs it can mend: exit code 2, told on stderr, nothing on stdout", async () => {
    const cwd = layOut("wrong", "prometheus-stack");
    const { code, stdout, stderr } = await cli(["check", "--fxi"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error: There is no option --fxi.*\n.*--help/);
    const missing = await cli(["check", "nowhere", ...usual], { cwd });
    expect(missing).toMatchObject({ code: 2, stdout: "" });
    expect(missing.stderr).toContain("nowhere does not exist");
    const version = await cli(["check", "--kubernetes-version", "latest"], { cwd });
    expect(version).toMatchObject({ code: 2, stdout: "" });
    expect(version.stderr).not.toContain("under `with:`");
  });

  test("--help and --version", async () => {
    expect(await cli(["--help"], { cwd: work })).toMatchObject({ code: 0, stderr: "" });
    const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    expect(await cli(["--version"], { cwd: work })).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("the package", () => {
  test("names what it brings: the command and the hook's entry", () => {
    const { bin, files } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    expect(bin).toEqual({ "prometheus-stack-action": "dist/cli.js" });
    expect(files).toContain("dist");
    expect(readFileSync(join(project, ".pre-commit-hooks.yaml"), "utf8")).toContain(
      "entry: prometheus-stack-action check",
    );
  });

  test.skipIf(!existsSync(bundle))("dist checks a repository without anything installed beside it", async () => {
    const cwd = layOut("bundled", "prometheus-stack");
    const entry = join(work, "bundled-command/cli.js");
    cpSync(join(project, "dist"), join(work, "bundled-command"), { recursive: true });
    expect(await cli(["check", "--quiet", ...usual], { cwd, entry })).toMatchObject({
      code: 0,
      stdout: "nothing found\n",
    });
    writeFileSync(join(cwd, "prometheus-stack/base/kustomization.yaml"), "resources: [missing.yaml]\n");
    expect((await cli(["check", "--quiet", ...usual], { cwd, entry })).code).toBe(1);
  });
});
