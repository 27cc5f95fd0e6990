import { readdirSync, readFileSync } from "node:fs";

const read = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It ended while we looked.
    return "";
  }
};

const running = (): readonly number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** Field 4 of `stat`, behind the name in brackets, which may hold anything. */
const parentOf = (pid: number): number => {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 4).split(" ")[0]);
};

/** A process and all that came of it. */
export const treeOf = (root: number): readonly number[] => {
  const parents = new Map(running().map((pid) => [pid, parentOf(pid)] as const));
  const tree = [root];
  for (const one of tree) for (const [pid, parent] of parents) if (parent === one) tree.push(pid);
  return tree;
};

/** Resident bytes of these processes together. */
export const residentBytes = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024, 0);

/** Processes whose environment or command line holds `mark`: what the runner would look for at the end of a job. */
export const processesMarked = (mark: string): readonly number[] =>
  running().filter(
    (pid) =>
      pid !== process.pid &&
      (read(`/proc/${pid}/environ`).includes(mark) || read(`/proc/${pid}/cmdline`).includes(mark)),
  );

/** Ends them at once; who has gone already is no trouble. */
export const killAll = (pids: readonly number[]): void => {
  for (const pid of pids)
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Gone.
    }
};
