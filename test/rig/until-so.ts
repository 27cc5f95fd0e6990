import { setTimeout as sleep } from "node:timers/promises";

const pollMs = 250;

/** Waits until it is so. Throws after `seconds`. */
export const untilSo = async (what: string, isSo: () => Promise<boolean> | boolean, seconds = 60): Promise<void> => {
  for (const end = performance.now() + seconds * 1000; !(await isSo()); await sleep(pollMs))
    if (performance.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
};
