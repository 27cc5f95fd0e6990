import { relative } from "node:path";
import type { Reporter } from "vitest/node";
import { partSeed } from "../../scripts/test-options.ts";
import { leftOut } from "./long-files.ts";

/** A test file and how long it took, with what it started before its first test. */
export interface TimedFile {
  readonly file: string;
  readonly ms: number;
}

const mostTold = 10;
/** What takes less is no reason to wait. */
const slowMs = 5000;

/** The slowest files with their seconds, slowest first, a line each; empty where none is slow. */
export const tellSlowest = (files: readonly TimedFile[]): string => {
  const slow = files.filter(({ ms }) => ms >= slowMs).toSorted((a, b) => b.ms - a.ms);
  if (slow.length === 0) return "";
  const lines = slow.slice(0, mostTold).map(({ file, ms }) => `${(ms / 1000).toFixed(0).padStart(6)} s ${file}`);
  const rest = slow.length - lines.length;
  const more = rest === 0 ? "" : `\n         and ${rest} more above ${slowMs / 1000} s`;
  return `Slowest files:\n${lines.join("\n")}${more}\n`;
};

/** What of the long tables and files ran; empty where all of it did. */
export const tellPart = (seed: number | null): string =>
  seed === null
    ? ""
    : `Long tables ran in part, by seed ${seed}, and these files not: ${leftOut(seed).join(", ")}.\n` +
      `npm test -- --seed ${seed} runs the same, npm test -- --whole all.\n`;

/** Says last what was slow, and what ran in part. */
export const slowestFiles: Reporter = {
  onTestRunEnd(modules) {
    const files = modules.map((module) => {
      const { duration, collectDuration, setupDuration } = module.diagnostic();
      return { file: relative(process.cwd(), module.moduleId), ms: duration + collectDuration + setupDuration };
    });
    process.stdout.write([tellSlowest(files), tellPart(partSeed(process.env))].join(""));
  },
};
