import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { baseCommit } from "../../../src/machine/git/base-commit.ts";
import { clones } from "./clone.ts";

const { home, git, commit, repository, pullRequest, eventFile, opened } = clones();
const config = ".prometheus-stack.yaml";

/** Which commit decides: its name, `tree`, or why none does. */
const decides = async (root: string, env: Readonly<Record<string, string>>): Promise<string> => {
  const base = await baseCommit(await opened(root, env));
  return base === null ? "tree" : (base.sha ?? base.why);
};

/** The repository's own commit, and a stranger's on top of it. */
const withStranger = () => {
  const root = repository({ "README.md": "ours\n" });
  const own = git(root, "rev-parse", "HEAD");
  return { root, own, strange: commit(root, "strange", { "README.md": "theirs\n" }) };
};

const ofWriters = ["push", "workflow_dispatch", "schedule", "repository_dispatch", "release", "create", "delete"];
const moreOfWriters = ["public", "branch_protection_rule", "deployment", "deployment_status"];
const ofAnybody = ["issue_comment", "issues", "discussion", "discussion_comment", "fork", "watch", "gollum", "label"];
const moreOfAnybody = [
  "milestone",
  "status",
  "check_run",
  "check_suite",
  "page_build",
  "image_version",
  "workflow_run",
];
const onMain = { GITHUB_REF: "refs/heads/main" };

test("without an event it is a person's own tree", async () => {
  const { root } = withStranger();
  expect(await decides(root, {})).toBe("tree");
  expect(await decides(root, { GITHUB_EVENT_NAME: "" })).toBe("tree");
});

describe.each([...ofWriters, ...moreOfWriters])("%s", (event) => {
  test("the tree counts where HEAD is GITHUB_SHA, else that commit", async () => {
    const { root, own, strange } = withStranger();
    const env = { GITHUB_EVENT_NAME: event, ...onMain };
    expect(await decides(root, { ...env, GITHUB_SHA: strange })).toBe("tree");
    expect(await decides(root, { ...env, GITHUB_SHA: own })).toBe(own);
    expect(await decides(root, { ...env, GITHUB_SHA: "1".repeat(40) })).toContain("does not hold commit 111111111111");
    expect(await decides(root, env)).toContain("does not say which commit");
  });
});

describe.each([...ofAnybody, ...moreOfAnybody, "project", "project_card", "project_column"])("%s", (event) => {
  test("GITHUB_SHA counts, also where it is checked out: an earlier step may have brought other files", async () => {
    const { root, own, strange } = withStranger();
    const env = { GITHUB_EVENT_NAME: event, ...onMain, GITHUB_SHA: own };
    expect(await decides(root, env)).toBe(own);
    git(root, "switch", "-q", "--detach", own);
    expect(await decides(root, env)).toBe(own);
    expect(await decides(root, { ...env, GITHUB_SHA: strange.slice(0, 12) })).toContain("does not say which commit");
  });
});

test.each(["deployment", "deployment_status"])(
  "%s of a commit, which may be a fork's, trusts nothing",
  async (event) => {
    const { root, strange } = withStranger();
    for (const ref of ["", "refs/pull/7/head", strange])
      expect(await decides(root, { GITHUB_EVENT_NAME: event, GITHUB_SHA: strange, GITHUB_REF: ref })).toContain(
        "is for a commit",
      );
  },
);

describe.each(["pull_request", "pull_request_review", "pull_request_review_comment"])("%s", (event) => {
  test("the first parent of GitHub's merge counts", async () => {
    const { root, base, env } = pullRequest({}, {});
    expect(await decides(root, { ...env, GITHUB_EVENT_NAME: event })).toBe(base);
  });

  test("never a parent of the attacker's own commit, also one that looks like the merge", async () => {
    const { root, base, merge, env } = pullRequest({}, {});
    git(root, "switch", "-q", "change");
    commit(root, "more", { "a.txt": "a\n" });
    git(root, "merge", "-q", "--no-ff", "-m", "Merge into main", merge);
    const onHead = { ...env, GITHUB_EVENT_NAME: event };
    expect(await decides(root, onHead)).toContain("does not say which commit");
    const file = eventFile({ pull_request: { base: { sha: base } } });
    expect(await decides(root, { ...onHead, GITHUB_EVENT_PATH: file })).toBe(base);
  });

  test("a merge of another event's reference, or with one parent, is none", async () => {
    const { root, base, head, env } = pullRequest({}, {});
    const file = eventFile({ pull_request: { base: { sha: base } } });
    const named = { ...env, GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: file };
    expect(await decides(root, { ...named, GITHUB_REF: "refs/heads/main" })).toBe(base);
    git(root, "switch", "-q", "--detach", head);
    expect(await decides(root, { ...named, GITHUB_SHA: head, GITHUB_EVENT_PATH: "" })).toContain(
      "does not say which commit",
    );
    expect(await decides(root, { ...named, GITHUB_SHA: head })).toBe(base);
  });

  test("a clone of depth 1 does not hold it", async () => {
    const { root, base, env } = pullRequest({}, {});
    const shallow = join(mkdtempSync(join(home, "shallow-")), "clone");
    git(home, "clone", "-q", "--depth=1", `file://${root}`, shallow);
    const file = eventFile({ pull_request: { base: { sha: base } } });
    const found = await baseCommit(
      await opened(shallow, { ...env, GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: file }),
    );
    expect(found).toMatchObject({ sha: null, wayOut: expect.stringContaining("fetch-depth: 2") });
  });
});

test("pull_request_target: the event's base, else GITHUB_SHA, and never the tree", async () => {
  const { root, base, head } = pullRequest({}, {});
  git(root, "switch", "-q", "--detach", head);
  const env = { GITHUB_EVENT_NAME: "pull_request_target", ...onMain, GITHUB_SHA: head };
  expect(await decides(root, env)).toBe(head);
  expect(await decides(root, { ...env, GITHUB_EVENT_PATH: eventFile({ pull_request: { base: { sha: base } } }) })).toBe(
    base,
  );
});

test("merge_group: the base that the queue names", async () => {
  const { root, base, merge } = pullRequest({}, {});
  const env = {
    GITHUB_EVENT_NAME: "merge_group",
    GITHUB_SHA: merge,
    GITHUB_REF: "refs/heads/gh-readonly-queue/main/pr-7",
  };
  const named = { ...env, GITHUB_EVENT_PATH: eventFile({ merge_group: { base_sha: base } }) };
  expect(await decides(root, named)).toBe(base);
  expect(await decides(root, env)).toContain("does not say which commit");
});

test.each(["registry_package", "workflow_call", "dynamic", "push ", "constructor", "__proto__"])(
  "%s is no event that anybody vouches for",
  async (event) => {
    const { root, strange } = withStranger();
    const env = { GITHUB_EVENT_NAME: event, GITHUB_SHA: strange, ...onMain };
    expect(await decides(root, env)).toBe(`nobody knows whose commit the event ${event} brings`);
  },
);

test("an event that is no JSON, a name that is no commit, and a tag or a tree in its place are not obeyed", async () => {
  const { root, base, env } = pullRequest({}, {});
  const tree = git(root, "rev-parse", `${base}^{tree}`);
  const onHead = { ...env, GITHUB_SHA: base };
  for (const payload of ["{", { pull_request: { base: { sha: "--all" } } }, []])
    expect(await decides(root, { ...onHead, GITHUB_EVENT_PATH: eventFile(payload) })).toContain("does not say which");
  const named = { ...onHead, GITHUB_EVENT_PATH: eventFile({ pull_request: { base: { sha: tree } } }) };
  expect(await decides(root, named)).toContain("this change is for");
});

describe("the clone", () => {
  const env = { GITHUB_EVENT_NAME: "push", GITHUB_SHA: "1".repeat(40), ...onMain };

  test("is in the root, never around it or in it", async () => {
    const { root, strange } = withStranger();
    const folder = join(root, "inner");
    mkdirSync(join(folder, "bare"), { recursive: true });
    git(folder, "init", "-q", "--bare", "bare");
    expect(await decides(folder, { ...env, GITHUB_SHA: strange })).toContain("there is no clone");
    // Files like those of a bare repository in the root itself: git would take the folder for one.
    const bare = mkdtempSync(join(home, "bare-"));
    git(bare, "clone", "-q", "--bare", root, ".");
    expect(await decides(bare, { ...env, GITHUB_SHA: strange })).toContain("there is no clone");
    rmSync(join(root, ".git"), { recursive: true });
    const without = await decides(root, env);
    expect(without).toContain("there is no clone");
    expect(without).toContain("not a git repository");
  });

  test("may be a linked work tree, and without git on PATH it cannot be read", async () => {
    const { root, own } = withStranger();
    const linked = join(mkdtempSync(join(home, "linked-")), "tree");
    git(root, "worktree", "add", "-q", linked, own);
    expect(await decides(linked, { ...env, GITHUB_SHA: own })).toBe("tree");
    expect(await decides(linked, { ...env, PATH: "/nowhere" })).toContain("no git on PATH");
  });

  test("has no say in which parents a commit has, and which object stands for which", async () => {
    const {
      root,
      base,
      head,
      merge,
      env: onPullRequest,
    } = pullRequest({ [config]: "exporter: none\n" }, { [config]: "" });
    writeFileSync(join(root, ".git/info/grafts"), `${merge} ${head} ${base}\n`);
    git(root, "replace", git(root, "rev-parse", `${base}:${config}`), git(root, "hash-object", "-w", "README.md"));
    git(root, "replace", base, head);
    const found = await baseCommit(await opened(root, onPullRequest));
    expect(found?.sha).toBe(base);
    if (found?.sha) expect(await found.read([config])).toEqual(new Map([[config, "exporter: none\n"]]));
  });

  test("starts no program that its configuration names, also where an object is to be fetched", async () => {
    const { root, strange } = withStranger();
    const canary = join(home, "canary-ran");
    const program = join(home, "canary.sh");
    writeFileSync(program, `#!/bin/sh\ntouch ${canary}\nexit 1\n`);
    chmodSync(program, 0o755);
    const hooks = mkdtempSync(join(home, "hooks-"));
    for (const hook of ["reference-transaction", "post-checkout", "pre-auto-gc"])
      symlinkSync(program, join(hooks, hook));
    const settings = {
      "core.fsmonitor": program,
      "core.hooksPath": hooks,
      "core.sshCommand": program,
      "core.pager": program,
      "pager.cat-file": program,
      "diff.external": program,
      "core.gitProxy": program,
      "credential.helper": `!${program}`,
      "core.askPass": program,
      "alias.cat-file": `!${program}`,
      "remote.origin.url": `ext::${program}`,
      "remote.origin.uploadpack": program,
      "remote.origin.promisor": "true",
      "remote.origin.partialclonefilter": "blob:none",
      "extensions.partialClone": "origin",
      "core.repositoryFormatVersion": "1",
      "protocol.ext.allow": "always",
      "protocol.allow": "always",
    };
    for (const [name, value] of Object.entries(settings)) git(root, "config", name, value);
    expect(await decides(root, { ...env, GITHUB_SHA: "2".repeat(40) })).toContain("does not hold");
    expect(await decides(root, { ...env, GITHUB_SHA: strange })).toBe("tree");
    expect(existsSync(canary)).toBe(false);
  });
});

test("files are read as the commit has them: links inside it are followed, others and folders are not there", async () => {
  const { root } = withStranger();
  mkdirSync(join(root, "a"));
  symlinkSync("../README.md", join(root, "a/link"));
  symlinkSync("../../outside", join(root, "a/out"));
  symlinkSync("nowhere", join(root, "a/dangling"));
  symlinkSync("loop", join(root, "a/loop"));
  const latin = Buffer.from([0x61, 0xe9, 0x0a]);
  writeFileSync(join(root, "latin"), latin);
  const sha = commit(root, "links", { "a/ü b": "two\nlines\n", empty: "" });
  commit(root, "later", { "README.md": "later\n" });
  const base = await baseCommit(await opened(root, { GITHUB_EVENT_NAME: "issues", GITHUB_SHA: sha, ...onMain }));
  if (!base?.sha) throw new Error("no base");
  const expected = {
    "README.md": "theirs\n",
    "./a/../README.md": "theirs\n",
    "a/link": "theirs\n",
    "a/ü b": "two\nlines\n",
    empty: "",
  };
  const none = [
    "a/out",
    "a/dangling",
    "a/loop",
    "a",
    ".",
    "nowhere",
    "../README.md",
    "/README.md",
    "README.md\nempty",
    "empty/x",
  ];
  const names = [...none.slice(0, 5), ...Object.keys(expected), ...none.slice(5)];
  expect(Object.fromEntries(await base.read(names))).toEqual(expected);
  // What is not UTF-8 does not shift what comes behind it.
  expect(Object.fromEntries(await base.read(["latin", "README.md"]))).toEqual({
    latin: "a\uFFFD\n",
    "README.md": "theirs\n",
  });
  expect(await base.read([])).toEqual(new Map());
});
