import { join, resolve } from "node:path";
import { copyBenchChart } from "./chart.ts";
import { type Grown, type GrowthBench, measureFiles, measureTargets } from "./growing-stack.ts";
import { growthTable } from "./growth-table.ts";
import { measureWatched, type WatchedEdit } from "./watched-edits.ts";

/** How a check's time grows, and what one takes while the tree is watched. */
export interface Growth {
  readonly files: readonly Grown[];
  readonly targets: readonly Grown[];
  /** All of it in Markdown. */
  readonly text: string;
}

const repository = resolve(import.meta.dirname, "../..");

/** Measures all three, in turn. */
export const measureGrowth = async (bench: GrowthBench): Promise<Growth> => {
  const files = await measureFiles([10, 100, 1000], bench);
  const targets = await measureTargets([1, 10, 100], bench);
  const { path: chart, named } = copyBenchChart(join(bench.tools, "helm"), repository, bench.work);
  process.env["PATH"] = `${bench.tools}:${process.env["PATH"]}`;
  const watched = await measureWatched(chart, bench);
  const text = [
    growthTable("file", files),
    growthTable("target", targets),
    `Watched, with ${named}:`,
    watchedTable(watched),
  ].join("\n\n");
  return { files, targets, text };
};

const watchedTable = (edits: readonly WatchedEdit[]): string =>
  [
    "| changed | own CPU | until it is shown |",
    "| --- | ---: | ---: |",
    ...edits.map(({ what, ownCpuMs, wallMs }) => `| ${what} | ${ownCpuMs.toFixed(0)} ms | ${wallMs.toFixed(0)} ms |`),
  ].join("\n");
