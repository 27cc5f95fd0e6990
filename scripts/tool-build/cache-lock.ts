import { open, rm, stat, utimes } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const heartbeatMs = 2000;
/** Five missed heartbeats: the owner was killed. */
const staleMs = 10_000;
const pollMs = 250;

/**
 * Runs `work` while no other process does, so that two do not build the same thing. Liveness is the lock file's age and
 * not a process id, which means nothing to a neighbour in another container. Results are put in place by rename, so a
 * lost lock costs work and not correctness.
 */
export const withLock = async <T>(
  file: string,
  signal: AbortSignal,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> => {
  for (let told = false; !(await take(file)); told = true) {
    if (!told) onWait();
    await sleep(pollMs, undefined, { signal });
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  }
};

const take = async (file: string): Promise<boolean> => {
  try {
    await (await open(file, "wx")).close();
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const held = await stat(file).catch(() => undefined);
  if (held !== undefined && Date.now() - held.mtimeMs > staleMs) await rm(file, { force: true });
  return false;
};
