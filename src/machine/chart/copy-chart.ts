import { createHash } from "node:crypto";
import { join } from "node:path";
import type { ChartUse, CopiedChart } from "../../outside/chart.ts";
import type { Outside, Scratch } from "../../outside/outside.ts";
import { releaseBuffer } from "../files/release-buffer.ts";
import { createChartBudget } from "./chart-budget.ts";
import { chartIdentity } from "./chart-identity.ts";
import { type ChartTree, chartTree } from "./chart-tree.ts";
import { readChartValues } from "./chart-values.ts";
import { markCrds } from "./mark-crds.ts";
import { noChart } from "./no-chart.ts";
import { packChart } from "./pack-chart.ts";
import { type ChartFiles, readChartFolder } from "./read-chart-folder.ts";
import { UnreadableArchive, unpackChart } from "./unpack-chart.ts";

/**
 * A chart as it was had: a folder of this machine, or an archive's bytes. `source` is where it came
 * from, without credentials.
 */
export type LocalChart = { readonly source: string } & (
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "archive"; readonly bytes: Buffer }
);

/**
 * Reads a chart, to be put into the scratch folder as an archive of our own making: helm sees nothing else of it.
 * Throws OperatorError `render-failed` for what is no chart, is too large, or leads elsewhere.
 */
export const copyChart = async (
  local: LocalChart,
  { onlyRendered }: ChartUse,
  { scratch, workspace }: Pick<Outside, "scratch" | "workspace">,
): Promise<CopiedChart> => {
  const { source } = local;
  const budget = createChartBudget(source);
  try {
    const files =
      local.kind === "folder"
        ? readChartFolder(local.path, workspace.root, budget)
        : await unpackChart(local.bytes, budget);
    const digest = local.kind === "folder" ? digestOf(files) : sha256(local.bytes);
    const identity = chartIdentity(files, source);
    const tree = await chartTree(files, budget);
    const name = `chart/${digest.slice(0, 16)}.tgz`;
    const marked = onlyRendered ? markCrds(tree) : null;
    return {
      chart: { ...identity, path: join(scratch.dir, name), digest, source },
      provide: providing(marked?.tree ?? tree, name, scratch),
      crds: marked?.crds ?? null,
      values: readChartValues(tree),
    };
  } catch (thrown) {
    if (thrown instanceof UnreadableArchive) throw noChart(source, thrown.message, thrown);
    throw thrown;
  }
};

/** Where a render is known by its digest nothing is packed. The files are let go with the first call. */
const providing = (tree: ChartTree, name: string, { write }: Pick<Scratch, "write">): (() => Promise<void>) => {
  let left: ChartTree | null = tree;
  let written: Promise<void> = Promise.resolve();
  return () => {
    if (left !== null) written = writeArchive(name, packChart(left), write);
    left = null;
    return written;
  };
};

const writeArchive = async (name: string, archive: Buffer<ArrayBuffer>, write: Scratch["write"]): Promise<void> => {
  await write(name, archive);
  releaseBuffer(archive);
};

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Name, length and bytes of every file, in the order of their names. */
const digestOf = (files: ChartFiles): string => {
  const hash = createHash("sha256");
  for (const [name, content] of files) hash.update(`${name}\0${content.length}\0`).update(content);
  return hash.digest("hex");
};
