import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { baseCommit } from "../../../src/machine/git/base-commit.ts";
import { readChange } from "../../../src/machine/git/read-change.ts";
import type { Change, NoChange } from "../../../src/outside/change.ts";
import { clones } from "./clone.ts";

const { home, git, commit, repository, pullRequest, eventFile, opened } = clones();

const changeIn = async (root: string, env: Readonly<Record<string, string>>): Promise<Change | NoChange | null> => {
  const clone = await opened(root, env);
  return readChange(clone, await baseCommit(clone));
};

const changed = async (root: string, env: Readonly<Record<string, string>>): Promise<Change> => {
  const change = await changeIn(root, env);
  if (change === null || !("base" in change)) throw new Error(`no change: ${JSON.stringify(change)}`);
  return change;
};

test("the files of a pull request, each as what it was and is, and their texts before", async () => {
  const { root, base, env } = pullRequest(
    { "a.yaml": "a: 1\n", "d/gone.yaml": "x\n" },
    { "a.yaml": "a: 2\n", "b \u202e.yaml": "b\n" },
  );
  const { base: sha, files, textsBefore } = await changed(root, env);
  expect(sha).toBe(base);
  expect([...files.keys()]).toEqual(["a.yaml", "b \u202e.yaml"]);
  expect(files.get("b \u202e.yaml")).toMatchObject({ before: null, after: { kind: "file" } });
  expect(await textsBefore(["a.yaml", "b \u202e.yaml", "d/gone.yaml"])).toEqual(new Map([["a.yaml", "a: 1\n"]]));
});

test("a moved file is two paths; links and what stands in them are told apart from files", async () => {
  const root = repository({ "old.yaml": "1\n2\n3\n4\n", "README.md": "secret\n" });
  const base = git(root, "rev-parse", "HEAD");
  symlinkSync("README.md", join(root, "link.yaml"));
  commit(root, "link", {});
  git(root, "mv", "old.yaml", "new.yaml");
  rmSync(join(root, "link.yaml"));
  const head = commit(root, "move", { "link.yaml": "now: a file\n" });
  const env = { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main", GITHUB_SHA: head };
  const of = async (before: string) => changed(root, { ...env, GITHUB_EVENT_PATH: eventFile({ before }) });
  expect([...(await of(base)).files.keys()]).toEqual(["link.yaml", "new.yaml", "old.yaml"]);
  const fromLink = await of(git(root, "rev-parse", "HEAD~"));
  expect(fromLink.files.get("link.yaml")).toMatchObject({ before: { kind: "link" }, after: { kind: "file" } });
  expect(await fromLink.textsBefore(["link.yaml"])).toEqual(new Map());
});

test("a branch that is behind: what came to its base meanwhile is no part of the change", async () => {
  const root = repository({ "a.yaml": "1\n" });
  const fork = git(root, "rev-parse", "HEAD");
  git(root, "switch", "-q", "-c", "change");
  const head = commit(root, "change", { "b.yaml": "b\n" });
  git(root, "switch", "-q", "main");
  const base = commit(root, "more", { "c.yaml": "c\n" });
  git(root, "switch", "-q", "--detach", head);
  const event = eventFile({ pull_request: { number: 7, base: { sha: base }, head: { sha: head } } });
  const change = await changed(root, { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: event, GITHUB_SHA: head });
  expect(change.base).toBe(fork);
  expect([...change.files.keys()]).toEqual(["b.yaml"]);
});

test("a clone without the commit says so; an event that changes nothing has no change", async () => {
  const { root, env, base } = pullRequest({}, { "a.yaml": "a\n" });
  const shallow = join(mkdtempSync(join(home, "shallow-")), "clone");
  git(home, "clone", "-q", "--depth=1", `file://${root}`, shallow);
  const event = eventFile({ pull_request: { number: 7, base: { sha: base } } });
  expect(await changeIn(shallow, { ...env, GITHUB_EVENT_PATH: event })).toMatchObject({
    why: expect.stringContaining("does not hold the commit"),
    wayOut: expect.stringContaining("fetch-depth: 2"),
  });
  const push = { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main", GITHUB_SHA: env.GITHUB_SHA };
  expect(await changeIn(root, { ...push, GITHUB_EVENT_PATH: eventFile({ before: "0".repeat(40) }) })).toBeNull();
  expect(await changeIn(root, { ...push, GITHUB_EVENT_PATH: eventFile({ before: "7".repeat(40) }) })).toMatchObject({
    why: expect.stringContaining("does not hold commit 777777777777"),
  });
  expect(await changeIn(root, {})).toBeNull();
  expect(await changeIn(root, { ...push, GITHUB_EVENT_NAME: "schedule" })).toBeNull();
});

test("drivers and filters that the clone's configuration names are not run", async () => {
  const { root, env } = pullRequest(
    { "a.yaml": "1\n" },
    { "a.yaml": "2\n", ".gitattributes": "*.yaml diff=evil filter=evil\n" },
  );
  const trap = join(home, "trap");
  for (const key of ["diff.evil.command", "diff.evil.textconv", "filter.evil.smudge", "diff.external", "core.pager"])
    git(root, "config", key, `touch ${trap}`);
  const { files, textsBefore, patch } = await changed(root, env);
  expect([...files.keys()]).toEqual([".gitattributes", "a.yaml"]);
  expect(await textsBefore(["a.yaml"])).toEqual(new Map([["a.yaml", "1\n"]]));
  expect(await patch("a.yaml")).toContain("-1\n+2");
  expect(() => rmSync(trap)).toThrow("ENOENT");
});

test("git's own patch of one file, whatever its name", async () => {
  const name = ":(top)*.yaml";
  const { root, env } = pullRequest({ [name]: "1\n", "b.yaml": "1\n" }, { [name]: "2\n", "b.yaml": "2\n" });
  const { patch } = await changed(root, env);
  expect(
    (await patch(name))
      ?.split("\n")
      .filter((line) => /^[-+@]/.test(line))
      .slice(2),
  ).toEqual(["@@ -1 +1 @@", ...["-1", "+2"]]);
  expect(await patch("README.md")).toBeNull();
});
