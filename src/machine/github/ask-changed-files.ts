import { getOctokit } from "@actions/github";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import type { EventChange } from "../../gate/event-change.ts";

/** How GitHub's API is asked. */
export interface Question {
  /** The API's address without a closing slash. */
  readonly api: string;
  readonly token: string;
  readonly change: EventChange;
  /** Aborted without a reason of its own where nobody waits for the answer any longer. */
  readonly signal: AbortSignal;
  /** Whether a try after so many seconds is worth waiting for. */
  readonly isInTime: (seconds: number) => boolean;
}

/** GitHub tells of no more: https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files */
const mostFiles = 3000;

/** What Octokit says (deprecations, retries) quotes the server, and is nobody's progress. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * The files that a change touches, by the API's answer, whatever names it gives. Throws as Octokit does, and an
 * AbortError once the signal is aborted.
 */
export const askChangedFiles = async (question: Question): Promise<ReadonlySet<string>> => {
  const { change } = question;
  const octokit = openOctokit(question);
  if (change.kind === "commits") {
    const basehead = `${change.base}...${change.head}`;
    // All files are on the first page, 300 at most; further pages have more commits only.
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...change.repository,
      basehead,
      per_page: 1,
    });
    return new Set(namesIn(data.files));
  }
  const files = new Set<string>();
  const ask = { ...change.repository, pull_number: change.number, per_page: 100 };
  for await (const { data } of octokit.paginate.iterator(octokit.rest.pulls.listFiles, ask)) {
    const names = namesIn(data);
    for (const name of names) files.add(name);
    if (files.size >= mostFiles || names.length === 0) break;
  }
  return files;
};

/** A proxy may answer in the API's place. */
const namesIn = (files: unknown): readonly string[] => {
  if (!Array.isArray(files)) throw new Error("the answer holds no list of files");
  return files.map((file: unknown) => String(Object(file).filename));
};

/** The runner's own client, which honours its proxy variables. Where a rate is used up it asks once more, in time. */
const openOctokit = ({ api, token, signal, isInTime }: Question) => {
  const onLimit = (seconds: number, _request: unknown, _octokit: unknown, tries: number): boolean =>
    tries === 0 && isInTime(seconds);
  const octokit = getOctokit(
    token,
    {
      baseUrl: api,
      userAgent: "prometheus-stack-action",
      log: silent,
      throttle: { onRateLimit: onLimit, onSecondaryRateLimit: onLimit },
      // After 0.2 and 0.8 s. Limits of the rate are the other plugin's.
      retry: { retries: 2, retryAfterBaseValue: 200, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    },
    throttling,
    retry,
  );
  // Not as a parameter: pages are asked for without it, and one that never comes would keep this process.
  octokit.hook.before("request", (options) => {
    options.request = { ...options.request, signal, log: silent };
  });
  return octokit;
};
