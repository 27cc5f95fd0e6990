import { type GithubEvent, githubEvent, isBranchOrTag, isProposal, ownCommits } from "../../gate/github-event.ts";
import { readEvent } from "../../gate/read-event.ts";
import type { Outside } from "../../outside/outside.ts";
import type { BaseCommit, NoBase } from "../../outside/repository.ts";
import { openGitObjects } from "./git-objects.ts";

/** What is needed to look into the clone. */
export type Clone = Pick<Outside, "env" | "exec" | "files" | "workspace">;

/**
 * The commit from which configuration, baseline and suppressions are taken, by the event that started the run. Null
 * where the tree is the repository's own: outside of GitHub, and where the event is one of people who may write and
 * its commit is checked out.
 */
export const baseCommit = async (repository: Clone): Promise<BaseCommit | NoBase | null> => {
  const { env, workspace } = repository;
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  if (name === "") return null;
  const event = githubEvent(name);
  if (event === undefined) return unknownEvent(name);
  const git = await openGitObjects(repository);
  if (git === null) return none("there is no git on PATH to read the clone", "Install git before actions/checkout.");
  const head = await git.commit("HEAD");
  if (head === null) {
    const trouble = git.trouble();
    return none(
      `there is no clone in ${workspace.root}${trouble === null ? "" : ` that git reads: ${trouble}`}`,
      withCheckout,
    );
  }
  const own = ownCommits(event, { env, head, payload: await readEvent(repository) });
  if (own === "tree") return null;
  for (const sha of own) {
    if ((await git.commit(sha)) === null) continue;
    return { sha, event: name, isProposal: isProposal(event), read: (files) => git.texts(sha, files) };
  }
  return own.length === 0 ? unnamed(name, event, env["GITHUB_REF"]) : notInClone(own, event);
};

const none = (why: string, wayOut: string): NoBase => ({ sha: null, why, wayOut });

const withCheckout =
  "Check the repository out with actions/checkout, into the workspace itself and with git installed.";

const unknownEvent = (name: string): NoBase =>
  none(`nobody knows whose commit the event ${name} brings`, "Run on push and on pull_request.");

const unnamed = (name: string, { own }: GithubEvent, ref = ""): NoBase =>
  own === "branch-or-tag" && !isBranchOrTag(ref)
    ? none(`this ${name} is for a commit, which anybody may have written`, "Create it for a branch or a tag.")
    : none(`the event ${name} does not say which commit it is for`, "Run on push and on pull_request.");

const notInClone = ([sha = ""]: readonly string[], event: GithubEvent): NoBase =>
  event.own === "merge"
    ? none(
        "the clone does not hold the commit that this change is for",
        "Set fetch-depth: 2 on actions/checkout, or 0 where it has a ref.",
      )
    : none(
        `the clone does not hold commit ${sha.slice(0, 12)}, which this run is for`,
        "Set fetch-depth: 0 on actions/checkout.",
      );
