import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Fault, RunSetting, Site } from "./fault.ts";
import { requests } from "./requests.ts";

/**
 * A disk of its own for what the run writes, with so much room; in a namespace that goes with the run. By Node, for a
 * shell hands on no variable whose name has a hyphen, as inputs have.
 */
const smallDisk = async ({ folder }: Site, size: string): Promise<RunSetting> => {
  const script = join(folder, "small-disk.mjs");
  const mount = `["-t", "tmpfs", "-o", "size=${size}", "none", process.env.RUNNER_TEMP]`;
  const become = "process.execve(process.argv[2], process.argv.slice(2), process.env)";
  writeFileSync(
    script,
    `import { execFileSync } from "node:child_process";\nexecFileSync("mount", ${mount});\n${become};\n`,
  );
  return { prefix: ["unshare", "--map-root-user", "--mount", process.execPath, script] };
};

/** Fills what is left of it, from inside. */
const fill = (pid: number, temp: string): void =>
  writeFileSync(join(`/proc/${pid}/root`, temp, "filler"), Buffer.alloc(64 * 1024 * 1024));

const full: readonly Fault[] = [
  ...["64k", "1m"].map(
    (size): Fault => ({
      name: `a disk of ${size} for the run`,
      before: (site) => smallDisk(site, size),
      ends: ["disk-full"],
      says: ["no room"],
    }),
  ),
  {
    name: "the disk is full once the lock is taken",
    before: (site) => smallDisk(site, "48m"),
    during: async ({ proxy }, { pid, temp }) => {
      await proxy.seen(requests.lock);
      try {
        fill(pid, temp);
      } catch {
        // It is full.
      }
    },
    ends: ["disk-full"],
    says: ["no room"],
  },
];

/** Faults of the machine that the run is on. */
export const runnerFaults: readonly Fault[] = full;
