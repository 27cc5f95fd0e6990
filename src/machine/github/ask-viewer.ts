import type { Octokit } from "./octokit.ts";

/**
 * Whose the token is. The REST API tells that only of people's: an app, as which workflows come, may not ask it
 * (https://github.com/marocchino/sticky-pull-request-comment/pull/332). Throws as Octokit does.
 */
export const askViewer = async (octokit: Octokit): Promise<string> => {
  const answer: unknown = await octokit.graphql("query { viewer { login } }");
  const login: unknown = Object(Object(answer).viewer).login;
  if (typeof login !== "string" || login === "") throw new Error("the answer does not say whose the token is");
  return login;
};
