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
  if (!Array.isArray(data)) throw new Error("the answer holds no list of pull requests");
  const home = `${repository.owner}/${repository.repo}`.toLowerCase();
  // A filter that GitHub does not understand it leaves out.
  const isMeant = (pull: JsonObject): boolean =>
    textAt(pull, ["head", "sha"]) === headSha &&
    textAt(pull, ["head", "ref"]) === branch &&
    fullNameAt(pull, ["head", "repo"]) === from &&
    fullNameAt(pull, ["base", "repo"]) === home;
  return data.filter(isObject).filter(isMeant).flatMap(numberOf);
};

const numberOf = ({ number }: JsonObject): readonly number[] =>
  typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? [number] : [];
