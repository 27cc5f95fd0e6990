import { textAt } from "../kubernetes/json-fields.ts";
import { isObject, type Json, valueAt } from "../kubernetes/manifest.ts";
import { isCommitName } from "./github-event.ts";

/** One end of a pull request; null is what the event does not say. */
interface End {
  /** `owner/name` in lower case; null also where a fork was deleted in the meantime. */
  readonly repository: string | null;
  readonly sha: string | null;
}

/** A pull request as its event tells of it. */
export interface PullRequest {
  readonly number: number | null;
  readonly base: End;
  readonly head: End;
  /** Whether its commits are not known to be the repository's own. */
  readonly isFork: boolean;
}

/** The pull request of an event; null where it has none. */
export const pullRequestOf = (payload: Json): PullRequest | null => {
  const pull = valueAt(payload, ["pull_request"]);
  if (!isObject(pull)) return null;
  const number = pull["number"];
  const [base, head] = [endOf(pull["base"]), endOf(pull["head"])];
  return {
    number: typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : null,
    base,
    head,
    isFork: head.repository === null || head.repository !== base.repository,
  };
};

/** The full name of a repository of the payload, in lower case: GitHub tells apart none that differ in case alone. */
export const fullNameAt = (payload: Json | undefined, path: readonly string[]): string | null =>
  textAt(payload, [...path, "full_name"])?.toLowerCase() ?? null;

/** The commit that a run is about: its pull request's head, else GITHUB_SHA; null where that is no commit's name. */
export const headCommit = (env: Readonly<Record<string, string | undefined>>, payload: Json): string | null => {
  const sha = pullRequestOf(payload)?.head.sha ?? env["GITHUB_SHA"] ?? "";
  return isCommitName(sha) ? sha : null;
};

const endOf = (end: Json | undefined): End => ({
  repository: fullNameAt(end, ["repo"]),
  sha: commitAt(end, ["sha"]),
});

const commitAt = (payload: Json | undefined, path: readonly string[]): string | null => {
  const name = textAt(payload, path);
  return name !== null && isCommitName(name) ? name : null;
};

/** The change of an event: a pull request by its number, or all between two commits of the repository. */
export type EventChange =
  | { readonly kind: "pull-request"; readonly repository: RepositoryName; readonly number: number }
  | {
      readonly kind: "commits";
      readonly repository: RepositoryName;
      readonly base: string;
      readonly head: string;
    };

/** A repository as addresses of the API name it. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/** The repository that runs; null where GITHUB_REPOSITORY names none. */
export const ownRepository = (env: Readonly<Record<string, string | undefined>>): RepositoryName | null => {
  const [, owner, repo] = /^([\w-]+)\/(?!\.{1,2}$)([\w.-]+)$/.exec(env["GITHUB_REPOSITORY"] ?? "") ?? [];
  return owner === undefined || repo === undefined ? null : { owner, repo };
};

/** What the event of a run changes; null where it changes nothing, e.g. a schedule, or does not say what. */
export const changeOf = (env: Readonly<Record<string, string | undefined>>, payload: Json): EventChange | null => {
  const repository = ownRepository(env);
  if (repository === null) return null;
  const number = pullRequestOf(payload)?.number ?? null;
  if (number !== null) return { kind: "pull-request", repository, number };
  const [base, head] = endsOf(env["GITHUB_EVENT_NAME"], payload);
  // The first push of a branch has nothing before it, and its end nothing after: both are written as zeros.
  if (base === null || head === null || [base, head].some((sha) => /^0+$/.test(sha))) return null;
  return { kind: "commits", repository, base, head };
};

const endsOf = (event: string | undefined, payload: Json): readonly [string | null, string | null] => {
  if (event === "push") return [commitAt(payload, ["before"]), commitAt(payload, ["after"])];
  if (event !== "merge_group") return [null, null];
  return [commitAt(payload, ["merge_group", "base_sha"]), commitAt(payload, ["merge_group", "head_sha"])];
};
