import { numberAt, textAt } from "../kubernetes/json-fields.ts";
import type { Json } from "../kubernetes/manifest.ts";
import type { Environment } from "../outside/environment.ts";
import { fullNameAt } from "./event-change.ts";
import { githubEvent, isCommitName } from "./github-event.ts";

/** The run that a `workflow_run` event follows: GitHub says so, and of names that anybody may have chosen. */
export interface EarlierRun {
  readonly id: number;
  /** The commit that the run was for: of a pull request, its head. */
  readonly headSha: string;
  /** Where that commit was proposed from; null where the fork or the branch is gone. */
  readonly head: { readonly repository: string; readonly owner: string; readonly branch: string } | null;
}

/** Why there is nothing of a pull request to publish: a clause. */
export interface NoEarlierRun {
  readonly nothing: string;
  /** Whether the event is not one of those that `mode: report` is for. */
  readonly isWrongEvent: boolean;
}

/** The run of a pull request that the event follows, which has ended. */
export const earlierRunOf = (env: Environment, payload: Json): EarlierRun | NoEarlierRun => {
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  if (name !== "workflow_run") return wrong(`the event is ${name === "" ? "none of GitHub's" : name}`);
  const home = env["GITHUB_REPOSITORY"]?.toLowerCase();
  const isOwn = [["repository"], ["workflow_run", "repository"]].every((path) => fullNameAt(payload, path) === home);
  const [id, headSha] = [numberAt(payload, ["workflow_run", "id"]), textAt(payload, ["workflow_run", "head_sha"])];
  if (!isOwn || !Number.isSafeInteger(id) || id <= 0 || headSha === null || !isCommitName(headSha))
    return wrong("its payload does not say which run of this repository it follows");
  const event = textAt(payload, ["workflow_run", "event"]) ?? "";
  if (githubEvent(event)?.by !== "pull-request")
    return none("the run that it follows was of no pull request, or could publish its result itself");
  const conclusion = textAt(payload, ["workflow_run", "conclusion"]);
  if (conclusion !== "success" && conclusion !== "failure")
    return none("the run that it follows did not come to an end");
  return { id, headSha, head: headOf(payload) };
};

const headOf = (payload: Json): EarlierRun["head"] => {
  const repository = fullNameAt(payload, ["workflow_run", "head_repository"]);
  const owner = textAt(payload, ["workflow_run", "head_repository", "owner", "login"]);
  const branch = textAt(payload, ["workflow_run", "head_branch"]);
  return repository === null || owner === null || branch === null ? null : { repository, owner, branch };
};

const none = (nothing: string): NoEarlierRun => ({ nothing, isWrongEvent: false });
const wrong = (nothing: string): NoEarlierRun => ({ nothing, isWrongEvent: true });
