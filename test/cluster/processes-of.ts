import { execFileSync } from "node:child_process";

/** Command lines of the processes that name `text`; `ps` itself does not. */
export const processesOf = (text: string): readonly string[] =>
  execFileSync("ps", ["-axww", "-o", "pid=,stat=,command="], { encoding: "utf8" })
    .split("\n")
    // A zombie holds nothing any more; whether somebody reaps it is up to the machine's process 1.
    .filter((line) => line.includes(text) && !/^\s*\d+\s+Z/.test(line));
