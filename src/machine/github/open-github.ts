import {
  changeOf,
  type EventChange,
  fullNameAt,
  ownRepository,
  pullRequestOf,
  type RepositoryName,
} from "../../gate/event-change.ts";
import { isCommitName } from "../../gate/github-event.ts";
import { readEvent } from "../../gate/read-event.ts";
import type { LinesByFile } from "../../outside/change.ts";
import { type Github, isUntold, type Untold } from "../../outside/github.ts";
import type { Outside } from "../../outside/outside.ts";
import { type ApiOptions, askApi } from "./ask-api.ts";
import { askChangedFiles } from "./ask-changed-files.ts";
import { askJobIdentity } from "./ask-job-identity.ts";
import {
  askApprovals,
  askEnvironment,
  askFacts,
  askOrder,
  type RepositoryFacts,
  repositoryFactsOf,
} from "./ask-repository.ts";
import { earlierSubject, eventSubject, mergedToo, type ResultSubject } from "./find-subject.ts";
import type { Octokit } from "./octokit.ts";
import { putCheckRun } from "./put-check-run.ts";
import { putComment } from "./put-comment.ts";
import { putSuggestions } from "./put-suggestions.ts";

interface GithubOptions extends ApiOptions, Pick<Outside, "files" | "log" | "httpGet"> {
  /** The tree that was checked. */
  readonly workspace: Pick<Outside["workspace"], "bytes">;
  /** How long an answer is waited for, with everything that is tried again. */
  readonly limitMs?: number;
  /** Whose result is written: this run's, of its own event, or that of the run which the event follows. */
  readonly of?: "event" | "earlier-run";
}

/** Nobody waits longer for the order of annotations. */
const usualLimitMs = 5000;
/** A deploy waits longer for what it depends on. */
const patientLimitMs = 20_000;
/** Between two writes lies a second, as GitHub asks for. */
const writingLimitMs = 45_000;

/** GitHub, asked with a token, and on an event that can be read. */
export const openGithub = (options: GithubOptions): Github => {
  const { env, log } = options;
  const limitMs = options.limitMs ?? patientLimitMs;
  const ask = async <T>(
    permission: string,
    question: (octokit: Octokit, repository: RepositoryName) => Promise<T>,
    waitMs = limitMs,
  ): Promise<T | Untold> => {
    const repository = ownRepository(env);
    if (repository === null) return { unknown: "GITHUB_REPOSITORY names no repository", permission: null };
    // The client reads the event's file for itself, and stops the program where that holds no JSON.
    if (env["GITHUB_EVENT_PATH"] && (await readEvent(options)) === null)
      return { unknown: "the runner's event file cannot be read", permission: null };
    return askApi(options, { permission, limitMs: waitMs, ask: (octokit) => question(octokit, repository) });
  };
  const findSubject = async (): Promise<ResultSubject> => {
    const payload = (await readEvent(options)) ?? {};
    return options.of === "earlier-run" ? earlierSubject(env, payload, ask) : eventSubject(env, payload);
  };
  let found: Promise<ResultSubject> | undefined;
  const subject = (): Promise<ResultSubject> => {
    found ??= findSubject();
    return found;
  };
  let facts: Promise<RepositoryFacts> | undefined;
  const repositoryFacts = (): Promise<RepositoryFacts> => {
    facts ??= findFacts(options, () => ask("contents: read", askFacts));
    return facts;
  };
  return {
    changedFiles: () => findChangedFiles(options, subject),
    jobIdentity: () => askJobIdentity({ ...options, limitMs }),
    environment: (name) => ask("actions: read", (octokit, repository) => askEnvironment(octokit, repository, name)),
    approvals: async (runId) =>
      /^\d{1,15}$/.test(runId)
        ? ask("actions: read", (octokit, repository) => askApprovals(octokit, repository, Number(runId)))
        : { unknown: "GITHUB_RUN_ID is the number of no run", permission: null },
    async compareCommits(base, head) {
      const order = [base, head].every(isCommitName)
        ? await ask("contents: read", (octokit, repository) => askOrder(octokit, repository, base, head))
        : { unknown: "one of them is no commit's name in full", permission: null };
      if (!isUntold(order)) return order;
      log.info(`GitHub does not tell which of two commits is the older: ${order.unknown}.`);
      return null;
    },
    repositoryIsPrivate: async () => (await repositoryFacts()).isPrivate,
    defaultBranch: async () => (await repositoryFacts()).defaultBranch,
    async putCheckRun(run) {
      const { sha } = await subject();
      if (sha === null) return { unknown: "the event names no commit", permission: null };
      return ask(
        "checks: write",
        (octokit, repository) => putCheckRun(octokit, repository, { sha, log }, run),
        writingLimitMs,
      );
    },
    async putComment(comment) {
      const about = await subject();
      const { sha: commit } = about;
      const number = comment.isMergedToo ? await mergedToo(env, about, ask) : about.pullRequest;
      if (isUntold(number)) return number;
      if (typeof number !== "number") {
        log.info(`There is no comment: ${number.none}.`);
        return null;
      }
      const write = (octokit: Octokit, repository: RepositoryName) =>
        putComment(octokit, repository, { number, commit, log }, comment);
      return ask("pull-requests: write", write, writingLimitMs);
    },
    async putSuggestions(request) {
      const { sha: commit, pullRequest: number } = await subject();
      if (typeof number !== "number" || commit === null) return isUntold(number) ? number : null;
      const write = (octokit: Octokit, repository: RepositoryName) =>
        putSuggestions(octokit, { ...repository, number, commit }, request, options.workspace);
      return ask("pull-requests: write", write, writingLimitMs);
    },
    readsOnly: async () =>
      options.of !== "earlier-run" &&
      (env["GITHUB_ACTOR"] === "dependabot[bot]" || (pullRequestOf((await readEvent(options)) ?? {})?.isFork ?? false)),
  };
};

/** By the event where it tells of this repository: most do, and no answer is waited for. */
const findFacts = async (
  options: GithubOptions,
  ask: () => Promise<RepositoryFacts | Untold>,
): Promise<RepositoryFacts> => {
  const { env, log } = options;
  const payload = await readEvent(options);
  const isOwn = fullNameAt(payload ?? {}, ["repository"]) === env["GITHUB_REPOSITORY"]?.toLowerCase();
  const told = repositoryFactsOf(isOwn ? (payload?.["repository"] ?? null) : null);
  if (told.isPrivate !== null && told.defaultBranch !== null) return told;
  const answer = await ask();
  if (!isUntold(answer)) return answer;
  log.info(`GitHub does not tell of the repository: ${answer.unknown}.`);
  return told;
};

/** Asked only with a token and on an event that changes files. What is not told, the run does without. */
const findChangedFiles = async (
  options: GithubOptions,
  subject: () => Promise<ResultSubject>,
): Promise<LinesByFile | null> => {
  const { token, env, log, limitMs = usualLimitMs } = options;
  const change =
    options.of === "earlier-run"
      ? pullRequestChange(env, (await subject()).pullRequest)
      : changeOf(env, await readEvent(options));
  if (token === undefined || change === null) {
    const why = token === undefined ? "there is no github-token" : "the event changes none, or does not say which";
    log.debug(`GitHub is not asked which files change: ${why}.`);
    return null;
  }
  const permission = permissions[change.kind];
  const found = await askApi(options, {
    ...{ permission, limitMs },
    ask: (octokit) => askChangedFiles(octokit, change),
  });
  if (!isUntold(found)) return found;
  log.info(`GitHub does not tell which files change, so that annotations on them do not come first: ${found.unknown}.`);
  return null;
};

const pullRequestChange = (env: Outside["env"], number: ResultSubject["pullRequest"]): EventChange | null => {
  const repository = ownRepository(env);
  return repository === null || typeof number !== "number" ? null : { kind: "pull-request", repository, number };
};

const permissions: Readonly<Record<EventChange["kind"], string>> = {
  "pull-request": "pull-requests: read",
  commits: "contents: read",
};
