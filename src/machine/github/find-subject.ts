import { earlierRunOf } from "../../gate/earlier-run.ts";
import { headCommit, pullRequestOf, type RepositoryName } from "../../gate/event-change.ts";
import type { Json } from "../../kubernetes/manifest.ts";
import type { Environment } from "../../outside/environment.ts";
import { isUntold, type Untold } from "../../outside/github.ts";
import { askMerged, askPullRequests } from "./ask-pull-request.ts";
import type { Octokit } from "./octokit.ts";

/** What the result of a run is about. */
export interface ResultSubject {
  /** The commit that a check run is of; null where the event names none. */
  readonly sha: string | null;
  /** The pull request; or that GitHub does not tell it, or why there is none: clauses. */
  readonly pullRequest: number | Untold | { readonly none: string };
}

type AskRepository = <T>(
  permission: string,
  question: (octokit: Octokit, repository: RepositoryName) => Promise<T>,
) => Promise<T | Untold>;

/** By the event itself. */
export const eventSubject = (env: Environment, payload: Json): ResultSubject => ({
  sha: headCommit(env, payload),
  pullRequest: pullRequestOf(payload)?.number ?? { none: "the event has no pull request" },
});

/** By the run that the event follows: the one pull request whose head is that run's commit. */
export const earlierSubject = async (env: Environment, payload: Json, ask: AskRepository): Promise<ResultSubject> => {
  const run = earlierRunOf(env, payload);
  if ("nothing" in run) return { sha: null, pullRequest: { none: run.nothing } };
  const { headSha: sha, head } = run;
  if (head === null) return { sha, pullRequest: { none: "the branch or the fork that it came from is gone" } };
  const found = await ask("pull-requests: write", (octokit, repository) =>
    askPullRequests(octokit, repository, sha, head),
  );
  if (isUntold(found)) return { sha, pullRequest: found };
  const [number, another] = found;
  if (number === undefined)
    return { sha, pullRequest: { none: "no open pull request has the commit of the run that it follows as its head" } };
  if (another !== undefined)
    return { sha, pullRequest: { none: "several pull requests have that commit, and it may be of any of them" } };
  return { sha, pullRequest: number };
};

/** The pull request of a run; of a push, the one by whose merge it came. */
export const mergedToo = async (
  env: Environment,
  { sha, pullRequest }: ResultSubject,
  ask: AskRepository,
): Promise<ResultSubject["pullRequest"]> => {
  if (typeof pullRequest === "number" || sha === null || env["GITHUB_EVENT_NAME"] !== "push") return pullRequest;
  const found = await ask("pull-requests: write", (octokit, repository) => askMerged(octokit, repository, sha));
  if (isUntold(found)) return found;
  const [number, another] = found;
  return number === undefined || another !== undefined
    ? { none: "no one pull request was merged by this push" }
    : number;
};
