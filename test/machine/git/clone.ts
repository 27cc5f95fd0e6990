import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { localFiles } from "../../../src/machine/files/local-files.ts";
import { openWorkspace } from "../../../src/machine/files/open-workspace.ts";
import type { Clone } from "../../../src/machine/git/base-commit.ts";
import { createExec } from "../../../src/machine/process/exec.ts";

type Texts = Readonly<Record<string, string>>;

/** Real repositories in a temporary folder, which goes when the tests of the file have run. */
export const clones = () => {
  const home = mkdtempSync(join(tmpdir(), "clones-"));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const git = (root: string, ...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", "-C", root, ...args], {
      encoding: "utf8",
      stdio: "pipe",
    }).trim();

  const write = (root: string, files: Texts): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
  };

  /** One more commit where HEAD is; its name. */
  const commit = (root: string, message: string, files: Texts): string => {
    write(root, files);
    git(root, "add", "-A");
    git(root, "commit", "-q", "--allow-empty", "-m", message);
    return git(root, "rev-parse", "HEAD");
  };

  const repository = (files: Texts): string => {
    const root = mkdtempSync(join(home, "repository-"));
    git(root, "init", "-q", "-b", "main");
    commit(root, "base", files);
    return root;
  };

  /** A clone as actions/checkout makes it of a pull request: HEAD is GitHub's merge of the change into the base. */
  const pullRequest = (before: Texts, after: Texts) => {
    const root = repository({ "README.md": "base\n", ...before });
    const base = git(root, "rev-parse", "HEAD");
    git(root, "switch", "-q", "-c", "change");
    const head = commit(root, "change", after);
    git(root, "switch", "-q", "main");
    git(root, "merge", "-q", "--no-ff", "-m", "merge", "change");
    const merge = git(root, "rev-parse", "HEAD");
    const env = { GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: "refs/pull/7/merge", GITHUB_SHA: merge };
    return { root, base, head, merge, env };
  };

  /** The runner's file of the event; its path. */
  const eventFile = (payload: unknown): string => {
    const file = join(mkdtempSync(join(home, "event-")), "event.json");
    writeFileSync(file, typeof payload === "string" ? payload : JSON.stringify(payload));
    return file;
  };

  const opened = async (root: string, env: Texts): Promise<Clone> => ({
    env: { PATH: process.env["PATH"] ?? "", ...env },
    exec: createExec({ scratchDir: home, signal: new AbortController().signal }),
    files: localFiles,
    workspace: await openWorkspace(root),
  });

  return { home, git, write, commit, repository, pullRequest, eventFile, opened };
};
