import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { openConfig } from "../../src/config/open-config.ts";
import { createExec } from "../../src/outside/exec.ts";
import { localFiles } from "../../src/outside/files.ts";
import { openWorkspace } from "../../src/outside/open-workspace.ts";
import { parseYaml } from "../../src/stack/parse-yaml.ts";
import { openPolicy } from "../../src/suppress/open-policy.ts";
import { emptyStack } from "../checks/subject.ts";

const home = mkdtempSync(join(tmpdir(), "config-test-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const git = (root: string, ...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", "-C", root, ...args], {
    encoding: "utf8",
    stdio: "pipe",
  });
const write = (root: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
};

/** A clone as actions/checkout makes it of a pull request: HEAD is the merge of the change into the base. */
const pullRequest = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(home, "repository-"));
  git(root, "init", "-q", "-b", "main");
  write(root, { "README.md": "base\n", ...before });
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "base");
  git(root, "switch", "-q", "-c", "change");
  write(root, after);
  git(root, "add", "-A");
  git(root, "commit", "-q", "--allow-empty", "-m", "change");
  git(root, "switch", "-q", "main");
  git(root, "merge", "-q", "--no-ff", "-m", "merge", "change");
  return root;
};

const repositoryOf = async (root: string, env: Readonly<Record<string, string>>) => ({
  env: { PATH: process.env["PATH"] ?? "", ...env },
  exec: createExec({ scratchDir: home, signal: new AbortController().signal }),
  files: localFiles,
  workspace: await openWorkspace(root),
});
const onPullRequest = { GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: "refs/pull/7/merge" };
const open = async (root: string, env: Readonly<Record<string, string>>) =>
  openConfig({ file: "", target: "" }, await repositoryOf(root, env), checks);
const off = "checks:\n  alert-for-missing: off\n";

describe("on a pull request", () => {
  test("the configuration of the base counts, and what the change proposes is told", async () => {
    const root = pullRequest({ ".prometheus-stack.yaml": "exporter: none\n" }, { ".prometheus-stack.yaml": off });
    const { config, notes } = await open(root, onPullRequest);
    expect(config.checks.size).toBe(0);
    expect(config.inputs).toEqual({ exporter: "none" });
    expect(notes).toEqual([expect.stringContaining("checks.alert-for-missing, exporter")]);
  });

  test("a file that the change brings does not count yet", async () => {
    const root = pullRequest({}, { ".prometheus-stack.yaml": off });
    expect(await open(root, onPullRequest)).toMatchObject({ config: { file: null }, notes: [expect.any(String)] });
  });

  test("a clone without the base knows no configuration, and says which depth it needs", async () => {
    const root = pullRequest({ ".prometheus-stack.yaml": off }, {});
    const shallow = join(mkdtempSync(join(home, "shallow-")), "clone");
    git(home, "clone", "-q", "--depth=1", `file://${root}`, shallow);
    const opened = await open(shallow, onPullRequest);
    expect(opened).toMatchObject({ base: "unknown", config: { file: null } });
    expect(opened.notes).toEqual([expect.stringContaining("fetch-depth: 2")]);
  });

  test("the event names the base where HEAD is no merge", async () => {
    const root = pullRequest({ ".prometheus-stack.yaml": off }, { ".prometheus-stack.yaml": "" });
    const sha = git(root, "rev-parse", "main^1").trim();
    git(root, "switch", "-q", "change");
    const event = join(root, "..", "event.json");
    writeFileSync(event, JSON.stringify({ pull_request: { base: { sha } } }));
    const env = { GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: "refs/heads/change", GITHUB_EVENT_PATH: event };
    expect((await open(root, env)).config.checks.size).toBe(1);
  });

  test("a comment that the change adds suppresses nothing yet", async () => {
    const file = "stack/a.yaml";
    const old = "# prometheus-stack: ignore alert-for-missing -- why\na: 1\n";
    const text = `first: line\n${old}# prometheus-stack: ignore alert-name-style -- new\nb: 1\n`;
    const root = pullRequest({ [file]: old }, { [file]: text });
    const stack = { ...emptyStack, files: [parseYaml(text, file)] };
    const { policy, notes } = await openPolicy(await open(root, onPullRequest), stack, await openWorkspace(root));
    expect(policy.suppressions.comments.map((one) => one.checks)).toEqual([["alert-for-missing"]]);
    expect(notes).toEqual([expect.stringContaining("stack/a.yaml:4 (alert-name-style)")]);
  });

  test("the baseline is that of the base", async () => {
    const name = ".prometheus-stack-baseline.json";
    const before = '{"version":1,"findings":{"alert-for-missing":{"a":1}}}';
    const root = pullRequest({ [name]: before }, { [name]: '{"version":1,"findings":{}}' });
    const { policy } = await openPolicy(await open(root, onPullRequest), emptyStack, await openWorkspace(root));
    expect(policy.suppressions.baseline?.counts.size).toBe(1);
  });
});

test("anywhere else the file counts as it is, and a named one has to be there", async () => {
  const root = pullRequest({}, { ".prometheus-stack.yaml": off });
  expect((await open(root, {})).config.checks.size).toBe(1);
  const repository = await repositoryOf(root, {});
  await expect(openConfig({ file: "other.yaml", target: "" }, repository, checks)).rejects.toThrow("config-file");
  rmSync(join(root, ".prometheus-stack.yaml"));
  await expect(openConfig({ file: "", target: "a" }, repository, checks)).rejects.toThrow('Input target is "a"');
});
