import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Disk } from "./spoiled-stack.ts";

/** The environment of a pull request's run, by the event that {@link proposed} writes. */
export const proposal = {
  GITHUB_EVENT_NAME: "pull_request",
  GITHUB_EVENT_PATH: "$OUTSIDE/event.json",
  GITHUB_REPOSITORY: "acme/stack",
} as const;

/**
 * Makes the disk's workspace a clone in which a pull request is checked out: the stack as `before` leaves it is the
 * commit that it is upon, unless the event names another one, and what `change` makes of it the head.
 */
export const proposed =
  ({ before, change, base }: { before?: (disk: Disk) => void; change: (disk: Disk) => void; base?: string }) =>
  (disk: Disk): void => {
    const git = (...args: readonly string[]): string =>
      execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], {
        cwd: disk.workspace,
        encoding: "utf8",
      }).trim();
    const commit = (): string => {
      git("add", "-A");
      git("commit", "-q", "-m", "one");
      return git("rev-parse", "HEAD");
    };
    git("init", "-q", "-b", "main");
    before?.(disk);
    const sha = commit();
    change(disk);
    const head = commit();
    const pull = { number: 7, base: { sha: base ?? sha }, head: { sha: head } };
    writeFileSync(join(disk.outside, "event.json"), JSON.stringify({ pull_request: pull }));
  };
