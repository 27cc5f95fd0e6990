import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examineNode } from "../../src/doctor/examine-node.ts";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { checkCommands, tool, toolsDir } from "../tools-dir.ts";
import { type Consulted, consult } from "./consult.ts";

const project = resolve(import.meta.dirname, "../..");
const work = mkdtempSync(join(tmpdir(), "prometheus-stack-doctor-"));
let tools: string;
let schemas: string;

beforeAll(async () => {
  tools = await toolsDir(checkCommands);
  schemas = await kubernetesSchemas();
  cpSync(join(project, "fixtures/charts"), join(work, "charts"), { recursive: true });
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

let count = 0;
const newFolder = (): string => {
  const folder = join(work, `folder-${count++}`);
  mkdirSync(folder);
  return folder;
};

/** A repository with the example, in which a check finds nothing. */
const repository = (): string => {
  const folder = newFolder();
  mkdirSync(join(folder, ".git"));
  cpSync(join(project, "fixtures/prometheus-stack"), join(folder, "prometheus-stack"), { recursive: true });
  return folder;
};

/** The commands of a check by links, but for some of them. */
const pathWithout = async (...missing: readonly string[]): Promise<string> => {
  const folder = newFolder();
  for (const name of checkCommands) if (!missing.includes(name)) symlinkSync(await tool(name), join(folder, name));
  return folder;
};

/** What is broken of a set-up in which nothing is. */
interface Broken {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly chart?: readonly string[];
  readonly locations?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly node?: Consulted["node"];
}

const look = async (broken: Broken) => {
  const cwd = repository();
  for (const [file, text] of Object.entries(broken.files ?? {})) writeFileSync(join(cwd, file), text);
  const chart = broken.chart ?? ["--chart", join(work, "charts/kube-prometheus-stack")];
  const located = ["--schema-locations", broken.locations ?? schemas, "--kubernetes-version", kubernetesVersion];
  // What is downloaded, and what earlier runs kept, would hide what is missing.
  const env = { PATH: tools, HOME: work, XDG_CACHE_HOME: newFolder(), ...broken.env };
  return consult([...chart, ...located, "--tools", "path", ...(broken.args ?? [])], {
    ...{ cwd, env },
    ...(broken.node === undefined ? {} : { node: broken.node }),
  });
};

/** A port where nobody listens: the first of those that only the system may open. */
const nobody = "127.0.0.1:1";

test("where nothing is broken: exit code 0, and nothing stops or lacks", async () => {
  const told = await look({});
  expect(told.stdout).toMatch(/\n\nNothing here would stop a run\.\n$/);
  expect(told).toMatchObject({ code: 0, stderr: "" });
  expect([...told.of("stops"), ...told.of("lacks")]).toEqual([]);
  expect(told.of("good")).toEqual([
    ...["Node.js", "machine", "cache", "configuration", "helm", "kubectl", "kubeconform", "promtool"],
    ...["stack", "chart", "schemas"],
  ]);
});

test("a Node.js that is too old is named, whatever it runs on otherwise", () => {
  expect(examineNode("22.11.0", ">=24")).toMatchObject({
    state: "stops",
    said: "Node.js >=24 is needed; this is 22.11.0.",
  });
  expect(examineNode("24.0.0", ">=24")).toMatchObject({ state: "good" });
});

interface Case extends Broken {
  readonly title: string;
  readonly subject: string;
  readonly said: string;
  readonly repair: string;
}

/** Each breaks one thing, and is named by that alone. */
const cases: readonly Case[] = [
  {
    title: "an old Node.js",
    node: ["--import", "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.1.0'})"],
    ...{ subject: "Node.js", said: "this is 20.1.0", repair: "nodejs.org" },
  },
  {
    title: "a temporary folder that is not there",
    env: { RUNNER_TEMP: join(work, "no-such-folder") },
    ...{ subject: "temporary folder", said: "ENOENT", repair: "RUNNER_TEMP" },
  },
  {
    title: "a proxy that is not there, where a command has to be downloaded",
    env: { HTTPS_PROXY: `http://${nobody}` },
    args: ["--promtool-version", "3.0.1", "--tools", "auto"],
    ...{ subject: "promtool", said: "could not be downloaded", repair: "Behind a proxy, set HTTPS_PROXY" },
  },
  {
    title: "an unknown key in the configuration",
    files: { ".prometheus-stack.yaml": "chekcs: {}\n" },
    ...{ subject: "configuration", said: "chekcs", repair: "" },
  },
  {
    title: "no stack where the path says",
    args: ["charts"],
    files: { charts: "" },
    ...{ subject: "stack", said: "charts", repair: "base/ and overlays/" },
  },
  {
    title: "a chart repository that does not answer",
    chart: ["--chart-repository", `http://${nobody}/charts`],
    ...{ subject: "chart", said: nobody, repair: "" },
  },
  {
    title: "schemas at an address that does not answer",
    locations: `http://${nobody}/schemas`,
    ...{ subject: "schemas", said: `http://${nobody}/schemas`, repair: "schema-locations" },
  },
  {
    title: "a folder that has schemas of nothing",
    locations: "prometheus-stack/base",
    ...{ subject: "schemas", said: "in prometheus-stack/base", repair: "schema-locations" },
  },
  {
    title: "a kubeconfig that is not there",
    args: ["--mode", "plan", "--kubeconfig", join(work, "no-kubeconfig")],
    ...{ subject: "cluster", said: "cannot be read (ENOENT)", repair: "the step that writes it" },
  },
  {
    title: "an event that a stranger can cause",
    args: ["--mode", "plan", "--kubeconfig", join(work, "no-kubeconfig")],
    env: { GITHUB_EVENT_NAME: "pull_request_target" },
    ...{ subject: "cluster", said: "pull_request_target", repair: "" },
  },
  {
    title: "a cluster that does not answer",
    args: ["--mode", "verify", "--kubeconfig", join(work, "silent-cluster")],
    ...{ subject: "cluster", said: `https://${nobody}`, repair: "private endpoint" },
  },
];

describe("a broken set-up is named, with its repair, and nothing beside it:", () => {
  beforeAll(() => {
    const clusters = [{ name: "silent", cluster: { server: `https://${nobody}` } }];
    const contexts = [{ name: "silent", context: { cluster: "silent", user: "nobody" } }];
    const config = { apiVersion: "v1", kind: "Config", "current-context": "silent", clusters, contexts };
    writeFileSync(join(work, "silent-cluster"), JSON.stringify(config));
  });

  test.for(cases)("$title", { timeout: 60_000 }, async ({ subject, said, repair, ...broken }) => {
    const told = await look(broken);
    expect(told.of("stops"), told.stdout + told.stderr).toEqual([subject]);
    const diagnosis = told.diagnoses.find(({ state }) => state === "stops");
    expect(diagnosis?.said).toContain(said);
    expect(diagnosis?.repair).toContain(repair);
    expect(diagnosis?.repair).not.toBe("");
    expect(told.code).toBe(1);
    expect(told.stdout).toMatch(/\n1 of these would stop a run\.\n$/);
  });

  test("a helm that is too old, of which the chart hangs", async () => {
    const path = await pathWithout("helm");
    writeFileSync(join(path, "helm"), "#!/bin/sh\necho v3.2.1\n");
    chmodSync(join(path, "helm"), 0o755);
    const told = await look({ env: { PATH: `${path}:/usr/bin:/bin` } });
    expect(told.of("stops")).toEqual(["helm", "chart"]);
    expect(told.stdout).toContain("is version 3.2.1, and with `tools: path` nothing is downloaded");
  });

  test("a command that is not on PATH", async () => {
    const told = await look({ env: { PATH: await pathWithout("kubeconform") } });
    expect(told.of("stops")).toEqual(["kubeconform"]);
    expect(told.stdout).toContain("PATH has no kubeconform outside of the workspace");
  });

  test("a gated target, from a machine that is no runner", async () => {
    const target = "targets: { production: { gated: true, environment: production } }\n";
    const told = await look({
      files: { ".prometheus-stack.yaml": target },
      args: ["--mode", "deploy", "--target", "production", "--kubeconfig", join(work, "no-kubeconfig")],
    });
    expect(told.of("stops")).toEqual(["cluster", "gate"]);
    expect(told.diagnoses.find(({ subject }) => subject === "gate")?.repair).toContain("id-token: write");
  });
});

describe("what a run goes on without lacks, and stops nothing:", () => {
  const pullRequest = join(work, "event.json");
  const repositories = { base: { repo: { full_name: "acme/stack" } }, head: { repo: { full_name: "eve/stack" } } };

  test.for([
    {
      title: "a cache that cannot be written",
      env: { XDG_CACHE_HOME: "/dev/null/cache", RUNNER_TOOL_CACHE: "/dev/null/tools" },
      ...{ subject: "cache", said: "begins anew" },
    },
    {
      title: "a job without a token",
      env: { GITHUB_ACTIONS: "true" },
      ...{ subject: "GitHub token", said: "There is none" },
    },
    {
      title: "the token of a pull request from a fork",
      env: {
        ...{ GITHUB_ACTIONS: "true", GITHUB_TOKEN: "ghs_hunter2hunter2", GITHUB_REPOSITORY: "acme/stack" },
        ...{ GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: pullRequest },
      },
      ...{ subject: "GitHub token", said: "can only read" },
    },
  ])("$title", async ({ subject, said, env }) => {
    writeFileSync(pullRequest, JSON.stringify({ number: 7, pull_request: { number: 7, ...repositories } }));
    const told = await look({ env });
    expect(told.of("lacks"), told.stdout + told.stderr).toEqual([subject]);
    expect(told.diagnoses.find(({ state }) => state === "lacks")?.said).toContain(said);
    expect(told.stdout).not.toContain("hunter2");
    expect(told.code).toBe(0);
  });
});

test("a wrong option is told as such, exit code 2, and nothing is looked at", async () => {
  const told = await look({ args: ["--mode", "deplyo"] });
  expect(told).toMatchObject({ code: 2, stdout: "" });
  expect(told.stderr).toContain("mode");
});
