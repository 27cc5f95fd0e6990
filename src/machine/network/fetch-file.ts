import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { endedBy } from "./http-get.ts";
import { openResponse } from "./http-response.ts";

export interface Fetched {
  readonly status: number;
  /** SHA-256 of the file, hexadecimal; empty where the status is not 200 and nothing was written. */
  readonly sha256: string;
}

/**
 * GET into a new file (mode 0600). Answers any status as a value; throws where the body ends early or takes too
 * long, and leaves no file then.
 */
export type FetchFile = (url: string, file: string, options: { readonly timeoutMs: number }) => Promise<Fetched>;

interface FetchFileOptions {
  readonly signal: AbortSignal;
}

/** Streams: a Prometheus release has above 100 MB, which a small runner's memory need not hold. */
export const createFetchFile =
  ({ signal }: FetchFileOptions): FetchFile =>
  async (url, file, { timeoutMs }) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const message = await openResponse(url, limit);
      if (message.statusCode !== 200) {
        message.destroy();
        return { status: message.statusCode ?? 0, sha256: "" };
      }
      const hash = createHash("sha256");
      const hashing = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      await pipeline(message, hashing, createWriteStream(file, { mode: 0o600 }));
      return { status: 200, sha256: hash.digest("hex") };
    } catch (thrown) {
      await rm(file, { force: true });
      throw endedBy(thrown, limit, signal, timeoutMs);
    }
  };
