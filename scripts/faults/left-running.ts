import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Command lines of processes that work in the folder of a run, or name a file of it. */
export const leftRunning = (temp: string): readonly string[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        const words = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0").join(" ").trim();
        const isOwn = words.includes(temp) || readlinkSync(`/proc/${name}/cwd`).startsWith(temp);
        return isOwn ? [words] : [];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
