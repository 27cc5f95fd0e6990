import { getOctokit } from "@actions/github";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";

/** How GitHub's API is asked. */
export interface ApiAccess {
  /** The API's address without a closing slash. */
  readonly api: string;
  readonly token: string;
  /** Aborted without a reason of its own where nobody waits for the answer any longer. */
  readonly signal: AbortSignal;
  /** Whether a try after so many seconds is worth waiting for. */
  readonly isInTime: (seconds: number) => boolean;
}

/** A client of the API. */
export type Octokit = ReturnType<typeof openOctokit>;

/** Bytes of one answer, unpacked: the longest that is asked for, 300 files with their patches, has some megabytes. */
const mostBytes = 64 * 1024 * 1024;

/** What Octokit says (deprecations, retries) quotes the server, and is nobody's progress. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The runner's own client, which honours its proxy variables. Where a rate is used up it asks once more, in time. */
export const openOctokit = ({ api, token, signal, isInTime }: ApiAccess) => {
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
    const own: typeof fetch = options.request?.fetch ?? fetch;
    options.request = { ...options.request, signal, log: silent, fetch: limited(own) };
  });
  return octokit;
};

/** The same, where an answer that is longer ends early: what it holds is then no JSON. */
const limited =
  (own: typeof fetch): typeof fetch =>
  async (...asked) => {
    const { body, status, headers } = await own(...asked);
    let bytes = 0;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > mostBytes) controller.error(new Error(`the answer is longer than ${mostBytes} bytes`));
        else controller.enqueue(chunk);
      },
    });
    return new Response(body?.pipeThrough(counter) ?? null, { status, headers: [...headers] });
  };
