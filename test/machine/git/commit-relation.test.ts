import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openCommitRelation } from "../../../src/machine/git/commit-relation.ts";
import { clones } from "./clone.ts";

const { home, git, commit, repository, opened } = clones();

const relate = async (root: string, base: string, head: string, env: Readonly<Record<string, string>> = {}) =>
  (await openCommitRelation(await opened(root, env)))(base, head);

/** a - b - c on main, and d beside c. */
const history = () => {
  const root = repository({ "README.md": "a\n" });
  const a = git(root, "rev-parse", "HEAD");
  const b = commit(root, "b", { "README.md": "b\n" });
  git(root, "switch", "-q", "-c", "side");
  const d = commit(root, "d", { "other.md": "d\n" });
  git(root, "switch", "-q", "main");
  const c = commit(root, "c", { "README.md": "c\n" });
  return { root, a, b, c, d };
};

const cloned = (root: string, depth: number): string => {
  const copy = join(home, `shallow-${Math.random().toString(36).slice(2)}`);
  git(home, "clone", "-q", "--no-single-branch", `--depth=${depth}`, `file://${root}`, copy);
  return copy;
};

describe("what a commit is to another", () => {
  test("is seen in a whole clone", async () => {
    const { root, a, b, c, d } = history();
    expect(await relate(root, a, c)).toBe("ahead");
    expect(await relate(root, c, a)).toBe("behind");
    expect(await relate(root, b, b)).toBe("same");
    expect(await relate(root, c, d)).toBe("diverged");
  });

  test("is not known where the clone lacks one of them, or is none", async () => {
    const { root, a } = history();
    expect(await relate(root, a, "f".repeat(40))).toBeNull();
    expect(await relate(root, "f".repeat(40), a)).toBeNull();
    expect(await relate(join(home), a, "e".repeat(40))).toBeNull();
    expect(await relate(root, a, "e".repeat(40), { PATH: "" })).toBeNull();
  });

  test("is certain in a shallow clone only where one is on the way from the other", async () => {
    const { root, a, b, c, d } = history();
    const two = cloned(root, 2);
    expect(await relate(two, b, c)).toBe("ahead");
    expect(await relate(two, c, b)).toBe("behind");
    expect(await relate(two, a, c)).toBeNull();
    // Both are there and each is the end of what is there: they may have parted, or not.
    expect(await relate(cloned(root, 1), c, d)).toBeNull();
  });

  test("is not known where a commit on the way is missing from the clone", async () => {
    const { root, a, b, c, d } = history();
    rmSync(join(root, ".git/objects", b.slice(0, 2), b.slice(2)));
    expect(await relate(root, a, c)).toBeNull();
    expect(await relate(root, c, d)).toBeNull();
    expect(await relate(root, b, c)).toBeNull();
  });

  test.each([
    ["HEAD", "main"],
    ["--help", "--upload-pack=x"],
    ["a", `${"a".repeat(40)}^`],
  ])("is asked of full names only, not of %s and %s", async (one, other) => {
    const { root, a } = history();
    expect(await relate(root, one, a)).toBeNull();
    expect(await relate(root, a, other)).toBeNull();
  });

  test("is what the commits say, not what else lies in the clone", async () => {
    const { root, a, c, d } = history();
    git(root, "replace", "--graft", d, c);
    expect(await relate(root, c, d)).toBe("diverged");
    git(root, "replace", "-d", d);
    mkdirSync(join(root, ".git/info"), { recursive: true });
    writeFileSync(join(root, ".git/info/grafts"), `${d} ${c}\n`);
    expect(await relate(root, c, d)).toBe("diverged");
    const witness = join(root, "witness");
    const program = join(root, "program.sh");
    writeFileSync(program, `#!/bin/sh\ntouch ${witness}\n`);
    chmodSync(program, 0o755);
    for (const key of ["core.fsmonitor", "core.pager", "core.sshCommand", "alias.merge-base"])
      git(root, "config", key, key.startsWith("alias") ? `!${program}` : program);
    expect(await relate(root, a, c)).toBe("ahead");
    expect(existsSync(witness)).toBe(false);
  });
});
