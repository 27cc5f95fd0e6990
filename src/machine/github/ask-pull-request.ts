import type { EarlierRun } from "../../gate/earlier-run.ts";
import { fullNameAt, type RepositoryName } from "../../gate/event-change.ts";
import { textAt } from "../../kubernetes/json-fields.ts";
import { isObject, type JsonObject } from "../../kubernetes/manifest.ts";
import type { Octokit } from "./octokit.ts";

/**
 * The numbers of the open pull requests of this repository whose head is the commit of an earlier run, in the
 * repository and on the branch that it came from: an event names none of a fork's. Throws as Octokit does.
 * https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
 */
export const askPullRequests = async (
  octokit: Octokit,
  repository: RepositoryName,
  headSha: string,
  { repository: from, owner, branch }: NonNullable<EarlierRun["head"]>,
): Promise<readonly number[]> => {
  const asked = { ...repository, state: "open", head: `${owner}:${branch}`, per_page: 100 } as const;
  const data: unknown = (await octokit.rest.pulls.list(asked)).data;
  // A filter that GitHub does not understand it leaves out.
  const isMeant = (pull: JsonObject): boolean =>
    textAt(pull, ["head", "sha"]) === headSha &&
    textAt(pull, ["head", "ref"]) === branch &&
    fullNameAt(pull, ["head", "repo"]) === from;
  return pullsIn(data, repository).filter(isMeant).flatMap(numberOf);
};

/**
 * The numbers of this repository's pull requests whose merge is this commit. Throws as Octokit does.
 * https://docs.github.com/en/rest/commits/commits#list-pull-requests-associated-with-a-commit
 */
export const askMerged = async (
  octokit: Octokit,
  repository: RepositoryName,
  sha: string,
): Promise<readonly number[]> => {
  const asked = { ...repository, commit_sha: sha, per_page: 100 };
  const data: unknown = (await octokit.rest.repos.listPullRequestsAssociatedWithCommit(asked)).data;
  return pullsIn(data, repository)
    .filter((pull) => textAt(pull, ["merge_commit_sha"]) === sha && textAt(pull, ["merged_at"]) !== null)
    .flatMap(numberOf);
};

/** Those of a list that are for this repository. A proxy may answer in the API's place. */
const pullsIn = (data: unknown, { owner, repo }: RepositoryName): readonly JsonObject[] => {
  if (!Array.isArray(data)) throw new Error("the answer holds no list of pull requests");
  const home = `${owner}/${repo}`.toLowerCase();
  return data.filter(isObject).filter((pull) => fullNameAt(pull, ["base", "repo"]) === home);
};

const numberOf = ({ number }: JsonObject): readonly number[] =>
  typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? [number] : [];
