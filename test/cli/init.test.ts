import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledEntry } from "../../scripts/bundle-sources.ts";
import { help } from "../../src/cli/help.ts";
import { initOptions } from "../../src/cli/options.ts";
import { receiverKinds } from "../../src/init/receivers.ts";
import { exporterKinds } from "../../src/init/tree-names.ts";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { checkCommands, tool, toolsDir } from "../tools-dir.ts";

const charts = resolve(import.meta.dirname, "../../fixtures/charts");
const work = mkdtempSync(join(tmpdir(), "prometheus-stack-init-"));
let tools: string;
let entry: string;
let usual: readonly string[];

beforeAll(async () => {
  tools = await toolsDir(checkCommands);
  entry = await bundledEntry("cli");
  cpSync(charts, join(work, "charts"), { recursive: true });
  usual = [
    ...["--chart", join(work, "charts/kube-prometheus-stack"), "--schema-locations", await kubernetesSchemas()],
    ...["--kubernetes-version", kubernetesVersion, "--tools", "path"],
  ];
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

let count = 0;
/** An empty repository. */
const repository = (): string => {
  const folder = join(work, `repository-${count++}`);
  mkdirSync(join(folder, ".git"), { recursive: true });
  return folder;
};

const cli = (args: readonly string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    cwd,
    encoding: "utf8",
    env: { PATH: tools, HOME: work, XDG_CACHE_HOME: join(work, "cache") },
  });
  return { status, stdout, stderr };
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

const textsIn = (folder: string): readonly (readonly [file: string, text: string])[] =>
  filesIn(folder)
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => [file, readFileSync(join(folder, file), "utf8")]);

interface Proof {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly canary: { readonly fired: boolean } | null;
}

/** The check that `init` names as the next step. */
const nextCheck = (stdout: string, cwd: string) => {
  const [, args = ""] = /\nNext: prometheus-stack-action (check.*)\n$/.exec(stdout) ?? [];
  expect(args).not.toBe("");
  const ran = cli([...args.split(" "), "--quiet", "--format", "json", ...usual], cwd);
  const report = JSON.parse(ran.stdout) as {
    readonly findings: readonly object[];
    readonly checksNotRun: readonly object[];
    readonly alertProofs: readonly Proof[];
    readonly signalPaths: readonly { readonly hops: readonly { readonly status: string }[] }[];
  };
  return { status: ran.status, report };
};

describe("prometheus-stack-action init", () => {
  // The newest and the oldest release of each kind, each with another receiver; an old one sees fewer classes.
  test.each([
    [[], 23],
    [["--exporter-version", "v24.3.0", "--receiver", "pagerduty"], 18],
    [["--exporter", "dcgm-exporter", "--exporter-version", "3.6.0", "--receiver", "slack"], 18],
    [["--exporter", "dcgm-exporter", "--exporter-version", "4.9.0", "--receiver", "msteamsv2"], 23],
  ] as const)("%j: nothing is found in what it writes, unit tests pass, %i alerts fire", (args, alerts) => {
    const cwd = repository();
    const written = cli(["init", ...args], cwd);
    expect(written).toMatchObject({ status: 0, stderr: "" });
    expect(written.stdout).toContain("Of these failures there is no alert:\n  nvlink-down (NVLink down): ");
    expect(written.stdout.match(/^ {2}[\w-]+ \(.*\): /gm)).toHaveLength(2 + 23 - alerts);
    const { status, report } = nextCheck(written.stdout, cwd);
    expect({ status, findings: report.findings, notRun: report.checksNotRun }).toEqual({
      ...{ status: 0, findings: [], notRun: [] },
    });
    const hops = report.signalPaths.flatMap((path) => path.hops);
    expect(hops.length).toBeGreaterThan(80);
    expect(hops.filter((hop) => hop.status === "broken")).toEqual([]);
    expect(report.alertProofs).toHaveLength(alerts);
    for (const { name, passed, failed } of report.alertProofs)
      expect({ name, isTested: passed > 0, failed }).toEqual({ name, isTested: true, failed: 0 });
    const tried = report.alertProofs.filter(({ canary }) => canary !== null);
    expect(tried.filter(({ canary }) => canary?.fired !== true)).toEqual([]);
    // What Prometheus and kube-state-metrics say is no metric of GPUs: of it there is no canary.
    expect(report.alertProofs.filter(({ canary }) => canary === null).map(({ name }) => name)).toEqual([
      ...["GPUExporterDown", "GPUExporterEmpty", "GPUExporterSlow", "GPUMissing"],
    ]);
    const before = textsIn(cwd);
    expect(cli(["init", ...args], cwd)).toMatchObject({ status: 2, stdout: "" });
    expect(textsIn(cwd)).toEqual(before);
  });

  test("where it lies is no matter: nothing is found in another folder of the repository either", () => {
    const cwd = repository();
    const { stdout } = cli(["init", "clusters/a", "--receiver", "opsgenie"], cwd);
    const { status, report } = nextCheck(stdout, cwd);
    expect({ status, findings: report.findings }).toEqual({ status: 0, findings: [] });
  });

  test("actionlint has nothing to say of the workflow", async () => {
    const cwd = repository();
    cli(["init"], cwd);
    const ran = spawnSync(await tool("actionlint"), [join(cwd, ".github/workflows/prometheus-stack.yaml")], {
      cwd,
      encoding: "utf8",
    });
    expect({ status: ran.status, stdout: ran.stdout }).toEqual({ status: 0, stdout: "" });
  });

  test("a second one says what is there and changes nothing", () => {
    const cwd = repository();
    expect(cli(["init"], cwd).status).toBe(0);
    const before = textsIn(cwd);
    const again = cli(["init", "--exporter", "dcgm-exporter"], cwd);
    expect(again).toMatchObject({ status: 2, stdout: "" });
    expect(again.stderr).toMatch(
      /^error: Nothing is written, for this is there already: prometheus-stack\/base\/kustomization\.yaml, .*, and 10 more\.\n/,
    );
    expect(textsIn(cwd)).toEqual(before);
  });

  test("a file that is there is named, and nothing is written; another tree of the repository is no hindrance", () => {
    const cwd = repository();
    mkdirSync(join(cwd, "prometheus-stack/upstream"), { recursive: true });
    writeFileSync(join(cwd, "prometheus-stack/upstream/values.yaml"), "mine: true\n");
    const before = filesIn(cwd);
    const ran = cli(["init"], cwd);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain("there already: prometheus-stack/upstream/values.yaml.\n");
    expect(filesIn(cwd)).toEqual(before);
    expect(cli(["init", "clusters/a"], cwd).status).toBe(0);
  });

  test("a link in the folder is not followed, nor does a folder outside count", () => {
    const cwd = repository();
    const outside = repository();
    symlinkSync(outside, join(cwd, "prometheus-stack"));
    expect(cli(["init"], cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("already: prometheus-stack."),
    });
    expect(filesIn(outside)).toEqual([".git"]);
  });

  test.each([
    [["--exporter", "cluster"], 'exporter is "cluster": it must be one of gpu-operator, dcgm-exporter'],
    [["--exporter-version", "latest"], 'exporter-version is "latest": it must be an exact version'],
    [["--receiver", "mail"], 'receiver is "mail": it must be one of webhook, slack'],
    [["a b"], 'folder is "a b": it must be a folder of the repository'],
    [["--exporter-version", "99.9.9"], "There is no data of gpu-operator 99.9.9"],
    [["--fix"], "There is no option --fix"],
    [["a", "b"], 'One folder is written at a time: "b" is one too many.'],
  ] as const)("%j is refused: %s", (args, message) => {
    const cwd = repository();
    expect(cli(["init", ...args], cwd)).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
    expect(filesIn(cwd)).toEqual([".git"]);
  });

  test("its help names every exporter and receiver", () => {
    for (const { name } of initOptions) expect(help()).toContain(`  --${name}`);
    expect(help()).toContain(`--exporter ${exporterKinds.join("|")}`);
    expect(help()).toContain(`--receiver ${receiverKinds.map(({ name }) => name).join("|")}`);
  });
});
