import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import { baseCommit } from "../../src/machine/git/base-commit.ts";
import type { Repository } from "../../src/outside/repository.ts";
import { openConfig } from "../../src/policy/open-config.ts";
import { openPolicy } from "../../src/policy/open-policy.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { emptyStack } from "../checks/subject.ts";
import { clones } from "../machine/git/clone.ts";

const { home, git, commit, repository, pullRequest, eventFile, opened: cloneIn } = clones();
const opened = async (root: string, env: Readonly<Record<string, string>>): Promise<Repository> => {
  const clone = await cloneIn(root, env);
  return { workspace: clone.workspace, base: () => baseCommit(clone) };
};
const open = async (root: string, env: Readonly<Record<string, string>>) =>
  openConfig({ file: "", target: "" }, await opened(root, env), async () => checks);
const off = "checks:\n  alert-for-missing: off\n";

const config = ".prometheus-stack.yaml";
const baseline = ".prometheus-stack-baseline.json";

describe("on a pull request", () => {
  test("what guards a target is that of the base", async () => {
    const gated = "targets: { a: { gated: true, environment: x } }\n";
    const { root, env } = pullRequest({ [config]: gated }, { [config]: "targets: { a: {} }\n" });
    const { config: counts } = await openConfig({ file: "", target: "a" }, await opened(root, env), async () => checks);
    expect(counts).toMatchObject({ target: { gated: true, environment: "x" }, notRead: null });
  });

  test("where the base is not there, nobody knows what is gated", async () => {
    const { root, env } = pullRequest({ [config]: off }, {});
    const alone = join(home, "alone");
    git(home, "clone", "-q", "--depth=1", `file://${root}`, alone);
    const clone = await opened(alone, {
      ...env,
      GITHUB_EVENT_PATH: eventFile({ pull_request: { base: { sha: "1".repeat(40) } } }),
    });
    const unread = { target: null, notRead: { sha: null, why: expect.any(String), wayOut: expect.any(String) } };
    const counts = async (target: string) => (await openConfig({ file: "", target }, clone, async () => checks)).config;
    for (const target of ["", "a"]) expect(await counts(target)).toMatchObject(unread);
    rmSync(join(alone, config));
    expect(await counts("")).toMatchObject(unread);
  });

  test("the configuration of the base counts, and what the change proposes is told", async () => {
    const { root, env } = pullRequest({ [config]: "exporter: none\n" }, { [config]: off });
    const { config: counts, notes } = await open(root, env);
    expect(counts.checks.size).toBe(0);
    expect(counts.inputs).toEqual({ exporter: "none" });
    expect(notes).toEqual([expect.stringContaining("checks.alert-for-missing, exporter")]);
  });

  test("a file that the change brings does not count yet", async () => {
    const { root, env } = pullRequest({}, { [config]: off });
    expect(await open(root, env)).toMatchObject({ config: { file: null }, notes: [expect.any(String)] });
  });

  test("a clone without the base knows no configuration, and says which depth it needs", async () => {
    const { root, env } = pullRequest({ [config]: off, [baseline]: "{}" }, {});
    const shallow = join(home, "shallow");
    git(home, "clone", "-q", "--depth=1", `file://${root}`, shallow);
    const found = await open(shallow, {
      ...env,
      GITHUB_EVENT_PATH: eventFile({ pull_request: { base: { sha: "1".repeat(40) } } }),
    });
    expect(found).toMatchObject({ base: { sha: null }, config: { file: null } });
    expect(found.notes).toEqual([expect.stringContaining("fetch-depth: 2")]);
    const { policy, notes } = await openPolicy(found, emptyStack, await openWorkspace(shallow));
    expect(policy.suppressions.baseline).toBeNull();
    expect(notes.at(-1)).toContain(`The baseline ${baseline} does not count`);
  });

  test("the event names the base where the workflow checks out the change itself", async () => {
    const { root, base, env } = pullRequest({ [config]: off }, { [config]: "" });
    git(root, "switch", "-q", "change");
    commit(root, "on top", { [config]: "exporter: none\n" });
    const named = { ...env, GITHUB_EVENT_PATH: eventFile({ pull_request: { base: { sha: base } } }) };
    expect(await open(root, named)).toMatchObject({ base: { sha: base }, config: { inputs: {} } });
    expect((await open(root, named)).config.checks.size).toBe(1);
    expect((await open(root, env)).config.checks.size).toBe(0);
  });

  test("the baseline is that of the base", async () => {
    const before = '{"version":1,"findings":{"alert-for-missing":{"a":1}}}';
    const { root, env } = pullRequest({ [baseline]: before }, { [baseline]: '{"version":1,"findings":{}}' });
    const { policy } = await openPolicy(await open(root, env), emptyStack, await openWorkspace(root));
    expect(policy.suppressions.baseline?.counts.size).toBe(1);
  });

  test("entries of suppressions are those of the base", async () => {
    const entry = (check: string) => `suppressions:\n  - check: ${check}\n    reason: why\n`;
    const { root, env } = pullRequest(
      { [config]: entry("alert-for-missing") },
      { [config]: entry("alert-name-style") },
    );
    const { policy } = await openPolicy(await open(root, env), emptyStack, await openWorkspace(root));
    expect(policy.suppressions.configured.map(({ check }) => check)).toEqual(["alert-for-missing"]);
  });
});

test("what a stranger can trigger takes nothing from files that were laid over the checkout", async () => {
  const root = repository({ [config]: "exporter: none\n" });
  const env = { GITHUB_EVENT_NAME: "workflow_run", GITHUB_SHA: git(root, "rev-parse", "HEAD") };
  writeFileSync(join(root, config), off);
  const text = "# prometheus-stack: ignore alert-for-missing -- mine\na: 1\n";
  const stack = { ...emptyStack, files: [parseYaml(text, "stack/a.yaml")] };
  const found = await open(root, env);
  expect(found.config).toMatchObject({ inputs: { exporter: "none" } });
  const { policy, notes } = await openPolicy(found, stack, await openWorkspace(root));
  expect(policy.suppressions.comments).toEqual([]);
  expect(notes).toEqual([
    expect.stringContaining("which counts on workflow_run: checks.alert-for-missing, exporter"),
    expect.stringContaining("stack/a.yaml:1 (alert-for-missing)"),
  ]);
});

test("on an event that is not known nothing counts, and it is said how it would", async () => {
  const root = repository({ [config]: off });
  const found = await open(root, { GITHUB_EVENT_NAME: "sponsorship", GITHUB_SHA: git(root, "rev-parse", "HEAD") });
  expect(found.config.file).toBeNull();
  expect(found.notes).toEqual([
    `${config} does not count: nobody knows whose commit the event sponsorship brings. Run on push and on pull_request.`,
  ]);
});

test("on push, and anywhere else, the file counts as it is, and a named one has to be there", async () => {
  const { root, merge } = pullRequest({}, { [config]: off });
  expect((await open(root, {})).config.checks.size).toBe(1);
  expect(await open(root, { GITHUB_EVENT_NAME: "push", GITHUB_SHA: merge })).toMatchObject({ base: null, notes: [] });
  const here = await opened(root, {});
  await expect(openConfig({ file: "other.yaml", target: "" }, here, async () => checks)).rejects.toThrow("config-file");
  rmSync(join(root, config));
  await expect(openConfig({ file: "", target: "a" }, here, async () => checks)).rejects.toThrow('Input target is "a"');
});
