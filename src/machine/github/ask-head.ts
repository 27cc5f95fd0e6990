import type { RepositoryName } from "../../gate/event-change.ts";
import type { Octokit } from "./octokit.ts";

const headQuery = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) { headRefOid } }
}`;

/** The commit that is the pull request's head by now; null where GitHub does not tell. */
export const askHead = async (
  octokit: Octokit,
  { owner, repo }: RepositoryName,
  number: number,
): Promise<string | null> => {
  const answer: unknown = await octokit.graphql(headQuery, { owner, repo, number }).catch(() => null);
  const head: unknown = Object(Object(Object(answer).repository).pullRequest).headRefOid;
  return typeof head === "string" ? head : null;
};
