import { type ChartBudget, chartLimits } from "./chart-budget.ts";
import { ownSchema } from "./chart-schema.ts";
import type { ChartFiles } from "./read-chart-folder.ts";
import { UnreadableArchive, unpackChart } from "./unpack-chart.ts";

/** A chart in memory, with every chart packed in it opened. */
export interface ChartTree {
  /** The archives of `nested` are not among them; schemas of values are as we wrote them. */
  readonly files: ChartFiles;
  /** By the archive's path, e.g. `charts/grafana-9.1.0.tgz`. */
  readonly nested: ReadonlyMap<string, ChartTree>;
}

/** Where helm looks for charts in a chart: what begins with `_` or `.` is none. */
const nestedArchive = /^(?:charts\/[^_./][^/]*\/)*charts\/[^_./][^/]*\.tgz$/;
const valuesSchema = /^(?:charts\/[^/]+\/)*values\.schema\.json$/;

/**
 * Opens what is packed in a chart's files, as deep as it goes, and rewrites the schemas. Throws UnreadableArchive with
 * a clause that names the file, and what the budget throws.
 */
export const chartTree = async (files: ChartFiles, budget: ChartBudget, nesting = 0): Promise<ChartTree> => {
  if (nesting > chartLimits.nesting)
    throw new UnreadableArchive(`it holds archives in archives, more than ${chartLimits.nesting} deep`);
  const plain = new Map<string, Buffer>();
  const nested = new Map<string, ChartTree>();
  for (const [name, bytes] of files)
    if (nestedArchive.test(name)) nested.set(name, await openNested(name, bytes, budget, nesting));
    else if (valuesSchema.test(name)) {
      budget.schema(bytes.length);
      plain.set(name, ownSchema(name, bytes));
    } else plain.set(name, bytes);
  return { files: plain, nested };
};

const openNested = async (name: string, bytes: Buffer, budget: ChartBudget, nesting: number): Promise<ChartTree> => {
  try {
    return await chartTree(await unpackChart(bytes, budget), budget, nesting + 1);
  } catch (thrown) {
    if (!(thrown instanceof UnreadableArchive)) throw thrown;
    throw new UnreadableArchive(`${name} in it cannot be read: ${thrown.message}`, { cause: thrown });
  }
};
