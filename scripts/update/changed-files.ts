import { execFileSync } from "node:child_process";

/** Files that differ from the last commit or are new, relative to the root. */
export const changedFiles = (root: string): readonly string[] =>
  execFileSync("git", ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\0")
    .filter((entry) => entry !== "")
    .map((entry) => entry.slice(3));
