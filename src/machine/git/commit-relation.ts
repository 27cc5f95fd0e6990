import { OperatorError } from "../../core/errors.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { RelateCommits } from "../../outside/commit-relation.ts";
import type { Outside } from "../../outside/outside.ts";
import { type Git, gitVerb, openGit } from "./git-command.ts";

const fullSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * What two commits are to each other by the clone in the workspace. Certain or null: that one contains the other is
 * seen on the way from one to the other, that it does not only where no part of the history is missing, as in a
 * shallow clone.
 */
export const openCommitRelation = async (
  outside: Pick<Outside, "env" | "exec" | "workspace">,
): Promise<RelateCommits> => {
  const git = await openGit(outside);
  return async (base, head) => {
    if (git === null || !fullSha.test(base) || !fullSha.test(head)) return null;
    if (base === head) return "same";
    const forward = await contains(git, head, base);
    if (forward === true) return "ahead";
    const backward = await contains(git, base, head);
    if (backward === true) return "behind";
    return forward === false && backward === false && (await isWhole(git)) ? "diverged" : null;
  };
};

/** Null where git cannot tell: a commit is missing, or the clone is broken or too large. */
const contains = async (git: Git, head: string, base: string): Promise<boolean | null> => {
  const done = await git(
    commandLine({ verb: [...gitVerb, "merge-base", "--is-ancestor"], positionals: [base, head] }),
  ).catch(unlessCancelled);
  if (done === null) return null;
  if (done.code === 0) return true;
  // git before 2.45 answers no, with words, where it misses a commit on the way.
  return done.code === 1 && done.stderr.trim() === "" ? false : null;
};

const isWhole = async (git: Git): Promise<boolean> => {
  const done = await git(commandLine({ verb: [...gitVerb, "rev-parse", "--is-shallow-repository"] }));
  return done.code === 0 && done.stdout.trim() === "false";
};

const unlessCancelled = (thrown: unknown): null => {
  if (thrown instanceof OperatorError && thrown.reason === "timeout") return null;
  throw thrown;
};
