import type { RepositoryName } from "../../gate/event-change.ts";
import type { Octokit } from "./octokit.ts";

const mostPages = 10;

const threadsQuery = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        nodes { id isResolved viewerCanResolve comments(first: 1) { nodes { databaseId } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

const resolveMutation = `mutation ($thread: ID!) {
  resolveReviewThread(input: { threadId: $thread }) { thread { isResolved } }
}`;

/**
 * Resolves the threads that begin with these comments, where the token may: GitHub lets only those do so that may write
 * contents, which no check needs (https://github.com/orgs/community/discussions/44650), and says of each thread whether
 * this one may. Throws as Octokit does.
 * https://docs.github.com/en/graphql/reference/mutations#resolvereviewthread
 */
export const resolveThreads = async (
  octokit: Octokit,
  { owner, repo }: RepositoryName,
  number: number,
  comments: ReadonlySet<number>,
): Promise<void> => {
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: unknown = await octokit.graphql(threadsQuery, { owner, repo, number, after });
    const threads = Object(Object(Object(Object(answer).repository).pullRequest).reviewThreads);
    const nodes: readonly unknown[] = Array.isArray(threads.nodes) ? threads.nodes : [];
    for (const node of nodes) {
      const { id, isResolved, viewerCanResolve, comments: begun } = Object(node);
      const first: unknown = Object(Object(begun).nodes?.[0]).databaseId;
      if (typeof first !== "number" || !comments.has(first)) continue;
      if (typeof id === "string" && isResolved === false && viewerCanResolve === true)
        await octokit.graphql(resolveMutation, { thread: id });
    }
    const { hasNextPage, endCursor } = Object(threads.pageInfo);
    if (hasNextPage !== true || typeof endCursor !== "string") return;
    after = endCursor;
  }
};
