import type { HttpGet } from "../../outside/outside.ts";
import { openResponse } from "./http-response.ts";

interface HttpGetOptions {
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** GET into memory. Throws where the body is longer than allowed or ends early, too. */
export const createHttpGet =
  ({ signal }: HttpGetOptions): HttpGet =>
  async (url, { timeoutMs, maxBytes }) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const message = await openResponse(url, limit);
      const chunks: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of message as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > maxBytes) throw new Error(`the answer is longer than ${maxBytes} bytes`);
        chunks.push(chunk);
      }
      return { status: message.statusCode ?? 0, body: Buffer.concat(chunks) };
    } catch (thrown) {
      throw endedBy(thrown, limit, signal, timeoutMs);
    }
  };

/** The error to throw: the run's own cancellation stays what it is, and a time limit of ours says how long it was. */
export const endedBy = (thrown: unknown, limit: AbortSignal, run: AbortSignal, timeoutMs: number): unknown => {
  if (run.aborted) return run.reason;
  return limit.aborted ? new Error(`no complete answer within ${timeoutMs / 1000} s`, { cause: thrown }) : thrown;
};
