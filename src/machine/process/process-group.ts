import { setTimeout as sleep } from "node:timers/promises";

/**
 * helm ends a release cleanly on SIGTERM (it marks it failed instead of pending), which takes a request
 * or two to the API server.
 */
const graceMs = 3000;
/**
 * After SIGKILL only a zombie that nobody reaps is left (a container without an init): not worth waiting for longer.
 */
const reapMs = 500;
const pollMs = 10;

const live = new Set<number>();

const send = (leader: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    // ESRCH: the group is gone. EPERM (macOS answers it for a group of zombies): nothing in it listens any more.
    return false;
  }
};

const isGoneWithin = async (leader: number, limitMs: number): Promise<boolean> => {
  for (const deadline = performance.now() + limitMs; performance.now() < deadline; await sleep(pollMs))
    if (!send(leader, 0)) return true;
  return false;
};

const killAll = (): void => {
  for (const leader of live) send(leader, "SIGKILL");
};

/** From here on the group is killed when this process exits, however it exits. */
export const watchGroup = (leader: number): void => {
  if (live.size === 0) process.on("exit", killAll);
  live.add(leader);
};

/** What is left of the group, if anything, is killed, and the group is no longer watched. */
export const releaseGroup = (leader: number): void => {
  send(leader, "SIGKILL");
  live.delete(leader);
  if (live.size === 0) process.off("exit", killAll);
};

/** Ends every process of the group: SIGTERM, then after 3 s SIGKILL. Resolves when none is left. */
export const endGroup = async (leader: number): Promise<void> => {
  if (!send(leader, "SIGTERM") || (await isGoneWithin(leader, graceMs))) return;
  if (send(leader, "SIGKILL")) await isGoneWithin(leader, reapMs);
};
