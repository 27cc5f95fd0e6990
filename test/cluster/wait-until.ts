import { setTimeout as sleep } from "node:timers/promises";

const pollMs = 25;

/**
 * Asks again and again until the answer is true. Throws what `isSo` throws, and after `limitMs` (60
 * s), when something is stuck.
 */
export const waitUntil = async (
  what: string,
  isSo: () => Promise<boolean> | boolean,
  limitMs = 60_000,
): Promise<void> => {
  for (const deadline = performance.now() + limitMs; !(await isSo()); await sleep(pollMs))
    if (performance.now() > deadline) throw new Error(`Waited ${limitMs / 1000} s in vain until ${what}`);
};
