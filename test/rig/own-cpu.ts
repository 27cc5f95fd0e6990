import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Measures what a Node process itself takes, without the commands that it starts. */
export interface OwnCpu {
  /** For its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds, user and system, once it has ended. */
  read(): number;
}

/** `folder` is there. */
export const ownCpu = (folder: string): OwnCpu => {
  const [script, result] = [join(folder, "own-cpu.mjs"), join(folder, "own-cpu.json")];
  writeFileSync(
    script,
    `import { writeFileSync } from "node:fs";\nprocess.on("exit", () => writeFileSync(${JSON.stringify(result)}, JSON.stringify(process.cpuUsage())));\n`,
  );
  return {
    env: { NODE_OPTIONS: `--import=${pathToFileURL(script)}` },
    read: () => {
      const { user, system } = JSON.parse(readFileSync(result, "utf8")) as NodeJS.CpuUsage;
      return Math.round((user + system) / 1000);
    },
  };
};
