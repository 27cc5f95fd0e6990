import { setTimeout as sleep } from "node:timers/promises";
import { isLoopback } from "../../outside/chart-host.ts";
import type { Untold } from "../../outside/github.ts";
import type { Outside } from "../../outside/outside.ts";
import type { Octokit } from "./octokit.ts";

/** What a question to the API goes out with. */
export interface ApiOptions extends Pick<Outside, "env"> {
  /** The input `github-token`. */
  readonly token: string | undefined;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** One question. */
interface Question<T> {
  /** What the token needs for it. */
  readonly permission: string;
  /** How long an answer is waited for, with everything that is tried again. */
  readonly limitMs: number;
  readonly ask: (octokit: Octokit) => Promise<T>;
}

/** Asks GitHub's API. What it does not tell is a value; nothing of what a server says is in it. */
export const askApi = async <T>(
  { token, env, signal: run }: ApiOptions,
  { permission, limitMs, ask }: Question<T>,
): Promise<T | Untold> => {
  if (token === undefined) return { unknown: "there is no github-token", permission };
  const api = env["GITHUB_API_URL"] || "https://api.github.com";
  if (!isEncrypted(api))
    return { unknown: "the token is sent by https alone, and GITHUB_API_URL is another address", permission: null };
  const giveUp = new AbortController();
  const stopped = new AbortController();
  const end = performance.now() + limitMs;
  const isInTime = (seconds: number): boolean => performance.now() + seconds * 1000 < end;
  const late = sleep(limitMs, "late" as const, { signal: AbortSignal.any([run, stopped.signal]) });
  try {
    // Octokit takes 65 ms of CPU time to load: a run that asks nothing does not pay for it.
    const { openOctokit } = await import("./octokit.ts");
    const asked = ask(openOctokit({ api, token, signal: giveUp.signal, isInTime }));
    asked.catch(() => {});
    const answer = await Promise.race([asked, late]);
    return answer === "late" ? { unknown: `there is no answer within ${limitMs / 1000} s`, permission: null } : answer;
  } catch (thrown) {
    return run.aborted ? { unknown: "the run was cancelled", permission: null } : whyNot(thrown, permission);
  } finally {
    giveUp.abort();
    stopped.abort();
    late.catch(() => {});
  }
};

/** Over TLS, or to the machine itself. */
export const isEncrypted = (address: string): boolean => {
  const url = URL.parse(address);
  return url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
};

const whyNot = (thrown: unknown, permission: string): Untold => {
  const { status, response } = thrown as {
    readonly status?: number;
    readonly response?: { readonly headers: Readonly<Record<string, unknown>> };
  };
  const noMore = (unknown: string): Untold => ({ unknown, permission: null });
  if (status === undefined) return noMore("its API answers what is no answer of GitHub's");
  if (response === undefined) return noMore(`its API cannot be reached (${codeOf(thrown) ?? "no connection"})`);
  if (status === 429 || response.headers["x-ratelimit-remaining"] === "0" || "retry-after" in response.headers)
    return noMore(`its API has had too many requests (${status})`);
  if ([401, 403, 404].includes(status))
    return { unknown: `its API refuses the token (${status}); it needs the permission ${permission}`, permission };
  return noMore(`its API answers ${status}`);
};

/** The system's code of an error that others are wrapped around, e.g. ECONNREFUSED. */
export const codeOf = (thrown: unknown): string | null => {
  for (let error = thrown; error instanceof Error; error = error.cause)
    if ("code" in error && typeof error.code === "string") return error.code;
  return null;
};
