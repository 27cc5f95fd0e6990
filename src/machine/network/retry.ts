import { setTimeout as sleep } from "node:timers/promises";

/** How often, and how long to wait before each further try, in milliseconds. */
export interface Retry {
  readonly waitsMs: readonly number[];
}

/** Four tries in some seven seconds outlast a restarting proxy or a busy mirror, and nobody notices them. */
export const patient: Retry = { waitsMs: [1000, 2000, 4000] };

/** Answers that may be different a moment later: too many requests, and the server's own trouble. */
const passingStatus = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/**
 * Errors that pass: a connection that broke, and a name server that was busy. A refused connection or an
 * unknown host is no such error: it means being offline, and that should be told at once. Nor is a time limit,
 * which has cost its time already.
 */
const passingCodes = new Set(["ECONNRESET", "EPIPE", "EAI_AGAIN", "ERR_STREAM_PREMATURE_CLOSE", "ECONNABORTED"]);
const passingError = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && passingCodes.has(String(thrown.code));

/** Tries again while the trouble may pass. The last answer, or the last error, is the result. */
export const withRetries = async <T extends { readonly status: number }>(
  attempt: () => Promise<T>,
  { waitsMs }: Retry,
  signal: AbortSignal,
): Promise<T> => {
  for (const waitMs of waitsMs) {
    try {
      const answer = await attempt();
      if (!passingStatus(answer.status)) return answer;
    } catch (thrown) {
      if (!passingError(thrown)) throw thrown;
    }
    await sleep(waitMs, undefined, { signal });
  }
  return await attempt();
};
