import type { Ask } from "../../outside/ask.ts";
import { readAnswer } from "./ask-server.ts";
import { endedBy } from "./http-get.ts";
import { oneHop } from "./http-response.ts";

/** Whoever answers stands behind load balancers and the internet. */
const answerMs = 30_000;

/**
 * Asks a server by its address, below which all paths stand; proxy variables are honoured. A redirect is an answer: to
 * follow it could hand a question's body to another host.
 */
export const askAddress =
  (address: string, signal: AbortSignal): Ask =>
  async ({ path, ...sent }) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
    try {
      return await readAnswer(await oneHop(new URL(`${address.replace(/\/$/, "")}${path}`), limit, sent));
    } catch (thrown) {
      throw endedBy(thrown, limit, signal, answerMs);
    }
  };
