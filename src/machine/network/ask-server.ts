import type { IncomingMessage, RequestOptions } from "node:http";
import type { Answer, Ask } from "../../outside/ask.ts";
import { endedBy } from "./http-get.ts";

/** What Prometheus says of all its targets on a cluster of a thousand nodes is some 20 MB. */
const longestAnswer = 64 * 1024 * 1024;

interface Server {
  /** A Unix socket; else host and port. */
  readonly at: Pick<RequestOptions, "socketPath" | "host" | "port">;
  readonly timeoutMs: number;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** Asks an HTTP server at a socket of this machine; connections are kept for the next question. */
export const askServer = ({ at, timeoutMs, signal }: Server): Ask => {
  const loaded = import("node:http").then((http) => ({
    http,
    agent: new http.Agent({ keepAlive: true, maxSockets: 8 }),
  }));
  return async ({ method = "GET", path, headers = {}, body }) => {
    const { http, agent } = await loaded;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const message = await new Promise<IncomingMessage>((resolve, reject) => {
        // The proxy of kubectl answers to these names alone.
        const options = { ...at, agent, method, path, headers: { host: "localhost", ...headers }, signal: limit };
        http.request(options, resolve).on("error", reject).end(body);
      });
      return await readAnswer(message);
    } catch (thrown) {
      throw endedBy(thrown, limit, signal, timeoutMs);
    }
  };
};

/** The whole answer. Throws where it is longer than what is taken. */
export const readAnswer = async (message: IncomingMessage): Promise<Answer> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > longestAnswer) throw new Error(`the answer is longer than ${longestAnswer} bytes`);
    chunks.push(chunk);
  }
  return {
    status: message.statusCode ?? 0,
    text: Buffer.concat(chunks).toString("utf8"),
    cookies: (message.headers["set-cookie"] ?? []).map((one) => one.split(";", 1)[0] ?? ""),
  };
};
