import type { RepositoryName } from "../../gate/event-change.ts";
import { numberAt, objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { type Approval, type CommitOrder, commitOrders, type EnvironmentRules } from "../../outside/github.ts";
import type { Octokit } from "./octokit.ts";

/** What the API, or an event's payload, says of a repository. */
export interface RepositoryFacts {
  readonly isPrivate: boolean | null;
  readonly defaultBranch: string | null;
}

/**
 * The rules of an environment, https://docs.github.com/en/rest/deployments/environments#get-an-environment. Throws as
 * Octokit does, and an Error where the answer is of no environment of that name.
 */
export const askEnvironment = async (
  octokit: Octokit,
  repository: RepositoryName,
  name: string,
): Promise<EnvironmentRules> => {
  const asked = { ...repository, environment_name: name };
  const data = mappingOf((await octokit.rest.repos.getEnvironment(asked)).data);
  // A proxy may answer in the API's place.
  if (textAt(data, ["name"])?.toLowerCase() !== name.toLowerCase()) throw new Error("the answer is no environment");
  const rules = objectsAt(data, ["protection_rules"]);
  const [review = {}] = rules.filter(({ type }) => type === "required_reviewers");
  const [wait = {}] = rules.filter(({ type }) => type === "wait_timer");
  return {
    reviewers: objectsAt(review, ["reviewers"]).length,
    preventsSelfReview: review["prevent_self_review"] === true,
    waitMinutes: Math.max(0, numberAt(wait, ["wait_timer"])),
    branches: branchesOf(data),
  };
};

const branchesOf = (environment: JsonObject): EnvironmentRules["branches"] => {
  if (valueAt(environment, ["deployment_branch_policy", "protected_branches"]) === true) return "protected";
  return valueAt(environment, ["deployment_branch_policy", "custom_branch_policies"]) === true ? "listed" : null;
};

/** Reviews of one run: more than its environments can have in all attempts. */
const mostApprovals = 1000;

/** https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run */
export const askApprovals = async (
  octokit: Octokit,
  repository: RepositoryName,
  runId: number,
): Promise<readonly Approval[]> => {
  const data: unknown = (await octokit.rest.actions.getReviewsForRun({ ...repository, run_id: runId })).data;
  if (!Array.isArray(data)) throw new Error("the answer holds no list of reviews");
  return data.slice(0, mostApprovals).filter(isObject).flatMap(approvalOf);
};

const approvalOf = (review: JsonObject): readonly Approval[] => {
  const { state } = review;
  if (state !== "approved" && state !== "rejected") return [];
  const environments = objectsAt(review, ["environments"]).flatMap((one) => textAt(one, ["name"]) ?? []);
  return [{ environments, state, by: loginOf(textAt(review, ["user", "login"])) }];
};

/** Names of people and of apps; it is shown, so nothing else is one. */
const loginOf = (text: string | null): string | null =>
  text !== null && /^[\w-]{1,100}(?:\[bot\])?$/.test(text) ? text : null;

/** Of two names of commits, https://docs.github.com/en/rest/commits/commits#compare-two-commits; throws as above. */
export const askOrder = async (
  octokit: Octokit,
  repository: RepositoryName,
  base: string,
  head: string,
): Promise<CommitOrder> => {
  const asked = { ...repository, basehead: `${base}...${head}`, per_page: 1 };
  const { status } = mappingOf((await octokit.rest.repos.compareCommitsWithBasehead(asked)).data);
  const order = commitOrders.find((one) => one === status);
  if (order === undefined) throw new Error("the answer says nothing of the commits' order");
  return order;
};

/** What the API says of the repository itself. */
export const askFacts = async (octokit: Octokit, repository: RepositoryName): Promise<RepositoryFacts> =>
  repositoryFactsOf(mappingOf((await octokit.rest.repos.get({ ...repository })).data));

/** Of a repository as the API and events write it. */
export const repositoryFactsOf = (repository: Json): RepositoryFacts => {
  const isPrivate = valueAt(repository, ["private"]);
  return {
    isPrivate: typeof isPrivate === "boolean" ? isPrivate : null,
    defaultBranch: textAt(repository, ["default_branch"]),
  };
};

const mappingOf = (data: unknown): JsonObject => {
  if (!isObject(data)) throw new Error("the answer is no object");
  return data;
};
