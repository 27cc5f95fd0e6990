import { createHash } from "node:crypto";
import type { CopiedChart } from "../../outside/chart.ts";
import type { Outside } from "../../outside/outside.ts";
import { createChartBudget } from "./chart-budget.ts";
import { chartIdentity } from "./chart-identity.ts";
import { chartTree } from "./chart-tree.ts";
import { readChartValues } from "./chart-values.ts";
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
 * Copies a chart into the scratch folder, as an archive of our own making: helm sees nothing else of it. Throws
 * OperatorError `render-failed` for what is no chart, is too large, or leads elsewhere.
 */
export const copyChart = async (
  local: LocalChart,
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
    const path = await scratch.write(`chart/${digest.slice(0, 16)}.tgz`, packChart(tree));
    return { chart: { ...identity, path, digest, source }, values: readChartValues(tree) };
  } catch (thrown) {
    if (thrown instanceof UnreadableArchive) throw noChart(source, thrown.message, thrown);
    throw thrown;
  }
};

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Name, length and bytes of every file, in the order of their names. */
const digestOf = (files: ChartFiles): string => {
  const hash = createHash("sha256");
  for (const [name, content] of files) hash.update(`${name}\0${content.length}\0`).update(content);
  return hash.digest("hex");
};
