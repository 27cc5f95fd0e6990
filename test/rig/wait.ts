import { setTimeout as sleep } from "node:timers/promises";
import type { LiveStack } from "./live-stack.ts";
import { textAt } from "./pod.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";

const pollMs = 1000;

/**
 * Looks once a second, takes over what the operator writes, and ends when it is so or the time is over. Tells which.
 */
export const watch = async (
  live: LiveStack,
  seconds: number,
  isSo: (seen: Snapshot) => boolean,
): Promise<{ readonly seen: Snapshot; readonly isSo: boolean }> => {
  for (const deadline = performance.now() + seconds * 1000; ; await sleep(pollMs)) {
    await live.refresh();
    const seen = await takeSnapshot(live);
    if (isSo(seen)) return { seen, isSo: true };
    if (performance.now() > deadline) return { seen, isSo: false };
  }
};

/**
 * The chart's own Watchdog has reached Alertmanager: rules are loaded and evaluated, and Alertmanager was discovered.
 */
export const isAlive = (seen: Snapshot): boolean =>
  seen.routed.some((alert) => textAt(alert, ["labels", "alertname"]) === "Watchdog");

/** Every target that is there has been scraped once. */
export const isScraped = (seen: Snapshot): boolean =>
  seen.activeTargets.length > 0 && seen.activeTargets.every(({ health }) => health !== "unknown");

/** Every rule group has been evaluated after that moment (ms since the epoch). */
export const isEvaluatedSince =
  (moment: number) =>
  (seen: Snapshot): boolean =>
    seen.ruleGroups.length > 0 &&
    seen.ruleGroups.every((group) => Date.parse(textAt(group, ["lastEvaluation"])) > moment);
