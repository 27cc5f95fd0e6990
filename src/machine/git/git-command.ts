import { join } from "node:path";
import type { CommandLine } from "../../outside/command-line.ts";
import type { Completed } from "../../outside/exec.ts";
import type { Outside } from "../../outside/outside.ts";
import { findOnPath } from "../process/find-on-path.ts";

/**
 * What the repository may not decide, whatever its configuration says: nothing is fetched that a partial clone lacks
 * (that would start a program of its configuration), and no object stands for another.
 */
const environment = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_NO_LAZY_FETCH: "1",
  // For a git that knows no GIT_NO_LAZY_FETCH (before 2.39.4 and 2.45): no way of fetching is allowed.
  GIT_ALLOW_PROTOCOL: "none",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: "/dev/null",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
} as const;

/** Words that come before git's subcommand. */
export const gitVerb = [
  ...["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"],
  // A graph of commits is a file beside them, and says of their parents what it likes.
  ...["-c", "core.commitGraph=false", "-c", "advice.graftFileDeprecated=false", "--no-pager"],
] as const;

const timeoutMs = 30_000;

/** Runs git on the clone; `args` begin with `gitVerb`. A non-zero exit is a value. */
export type Git = (args: CommandLine, stdin?: string) => Promise<Completed>;

/**
 * git on the repository in the workspace's root, never one around it or below it; null where there is none to run.
 */
export const openGit = async ({
  env,
  exec,
  workspace,
}: Pick<Outside, "env" | "exec" | "workspace">): Promise<Git | null> => {
  const file = await findOnPath("git", env["PATH"], workspace.root);
  if (file === undefined) return null;
  // Named outright, it may belong to another user, as the runner's checkout does in a container.
  const own = { ...environment, GIT_DIR: join(workspace.root, ".git") };
  return (args, stdin) => exec({ file, args, env: own, timeoutMs, ...(stdin === undefined ? {} : { stdin }) });
};
