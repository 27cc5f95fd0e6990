import { setTimeout as sleep } from "node:timers/promises";
import type { LiveStack } from "./live-stack.ts";

/** What config reloaders do all the time, until it is stopped; a program that is down is asked again. */
export const startReloading = (live: LiveStack): { stop(): void } => {
  let goes = true;
  void (async () => {
    for (; goes; await sleep(500)) await live.refresh().catch(() => false);
  })();
  return {
    stop: () => {
      goes = false;
    },
  };
};
