import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { tool } from "../../tools-dir.ts";
import type { RouteCase } from "./route-cases.ts";

const run = promisify(execFile);

/**
 * The receivers that amtool names for each case, in its order; null where it refuses the configuration. Throws
 * when amtool does not run.
 */
export const askAmtool = async (cases: readonly RouteCase[]): Promise<readonly (readonly string[] | null)[]> => {
  const amtool = await tool("amtool");
  const folder = await mkdtemp(join(tmpdir(), "routes-"));
  try {
    const answers: (readonly string[] | null)[] = new Array(cases.length).fill(null);
    let next = 0;
    const work = async (): Promise<void> => {
      for (let index = next++; index < cases.length; index = next++) {
        const one = cases[index];
        if (one !== undefined) answers[index] = await ask(amtool, join(folder, `${index}.yml`), one);
      }
    };
    await Promise.all([work(), work(), work()]);
    return answers;
  } finally {
    await rm(folder, { recursive: true });
  }
};

const ask = async (amtool: string, file: string, { config, labels }: RouteCase): Promise<readonly string[] | null> => {
  await writeFile(file, JSON.stringify(config));
  const args = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  try {
    const { stdout } = await run(amtool, ["config", "routes", "test", `--config.file=${file}`, ...args]);
    // Warnings of old matchers go before the answer, on the same stream.
    return (stdout.trim().split("\n").at(-1) ?? "").split(",");
  } catch (error) {
    // amtool ends with 1 where it refuses the file; anything else is no answer.
    if (error instanceof Error && "code" in error && error.code === 1) return null;
    throw error;
  }
};
