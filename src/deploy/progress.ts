import { setTimeout as sleep } from "node:timers/promises";
import type { Outside } from "../outside/outside.ts";

const everyMs = 15_000;

/**
 * Runs `body`; while it takes, `look` says every 15 s what it waits for, so that nobody takes a long rollout for a
 * hang. What goes wrong with looking is not told: `body` is what counts.
 */
export const withProgress = async <T>(
  body: () => Promise<T>,
  look: () => Promise<string | null>,
  { log, signal }: Pick<Outside, "log" | "signal">,
): Promise<T> => {
  const over = new AbortController();
  const either = AbortSignal.any([over.signal, signal]);
  const tellWaiting = async (): Promise<void> => {
    for (;;) {
      await sleep(everyMs, undefined, { signal: either });
      const line = await look();
      if (line !== null && !either.aborted) log.info(line);
    }
  };
  const telling = tellWaiting().catch(() => {});
  try {
    return await body();
  } finally {
    over.abort();
    await telling;
  }
};
