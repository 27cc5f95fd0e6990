import { setTimeout as sleep } from "node:timers/promises";
import { changeOf, type EventChange } from "../../gate/event-change.ts";
import { readEvent } from "../../gate/read-event.ts";
import { isLoopback } from "../../outside/chart-host.ts";
import type { Github } from "../../outside/github.ts";
import type { Outside } from "../../outside/outside.ts";

interface GithubOptions extends Pick<Outside, "env" | "files" | "log"> {
  /** The input `github-token`. */
  readonly token: string | undefined;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** How long an answer is waited for, with everything that is tried again. */
  readonly limitMs?: number;
}

/** Nobody waits longer for the order of annotations. */
const usualLimitMs = 5000;

/** GitHub, asked only with a token and on an event that changes files. What it does not tell, the run does without. */
export const openGithub = (options: GithubOptions): Github => ({
  async changedFiles() {
    const { token, env, log } = options;
    const change = changeOf(env, await readEvent(options));
    if (token === undefined || change === null) {
      const why = token === undefined ? "there is no github-token" : "the event changes none, or does not say which";
      log.debug(`GitHub is not asked which files change: ${why}.`);
      return null;
    }
    const found = await ask(token, change, options);
    if (typeof found !== "string") return found;
    log.info(`GitHub does not tell which files change, so that annotations on them do not come first: ${found}.`);
    return null;
  },
});

/** The answer, or a clause that says why there is none. Nothing of what a server says is in it. */
const ask = async (
  token: string,
  change: EventChange,
  { env, signal: run, limitMs = usualLimitMs }: GithubOptions,
): Promise<ReadonlySet<string> | string> => {
  const api = env["GITHUB_API_URL"] || "https://api.github.com";
  if (!isSafe(api)) return "the token is sent by https alone, and GITHUB_API_URL is another address";
  const giveUp = new AbortController();
  const stopped = new AbortController();
  const end = performance.now() + limitMs;
  const isInTime = (seconds: number): boolean => performance.now() + seconds * 1000 < end;
  const late = sleep(limitMs, "late" as const, { signal: AbortSignal.any([run, stopped.signal]) });
  try {
    // Octokit takes 65 ms of CPU time to load: a run that asks nothing does not pay for it.
    const { askChangedFiles } = await import(/* webpackMode: "eager" */ "./ask-changed-files.ts");
    const asked = askChangedFiles({ api, token, change, signal: giveUp.signal, isInTime });
    asked.catch(() => {});
    const answer = await Promise.race([asked, late]);
    return answer === "late" ? `there is no answer within ${limitMs / 1000} s` : answer;
  } catch (thrown) {
    return run.aborted ? "the run was cancelled" : whyNot(thrown, change);
  } finally {
    giveUp.abort();
    stopped.abort();
    late.catch(() => {});
  }
};

/** Over TLS, or to the machine itself. */
const isSafe = (api: string): boolean => {
  try {
    const { protocol, hostname } = new URL(api);
    return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
  } catch {
    return false;
  }
};

const permissions: Readonly<Record<EventChange["kind"], string>> = {
  "pull-request": "pull-requests: read",
  commits: "contents: read",
};

const whyNot = (thrown: unknown, { kind }: EventChange): string => {
  const { status, response } = thrown as {
    readonly status?: number;
    readonly response?: { readonly headers: Readonly<Record<string, unknown>> };
  };
  if (status === undefined) return "its API answers what is no answer of GitHub's";
  if (response === undefined) return `its API cannot be reached (${codeOf(thrown) ?? "no connection"})`;
  if (status === 429 || response.headers["x-ratelimit-remaining"] === "0" || "retry-after" in response.headers)
    return `its API has had too many requests (${status})`;
  if ([401, 403, 404].includes(status))
    return `its API refuses the token (${status}); it needs the permission ${permissions[kind]}`;
  return `its API answers ${status}`;
};

/** The system's code of an error that others are wrapped around, e.g. ECONNREFUSED. */
const codeOf = (thrown: unknown): string | null => {
  for (let error = thrown; error instanceof Error; error = error.cause)
    if ("code" in error && typeof error.code === "string") return error.code;
  return null;
};
