import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { OperatorError } from "../errors.ts";
import { type ChartBudget, chartLimits, inMib, tooLarge } from "./chart-budget.ts";
import { readRegularFile } from "./read-regular-file.ts";

/** The bytes of a chart's files by their path in it, with forward slashes. */
export type ChartFiles = ReadonlyMap<string, Buffer>;

/**
 * Reads a chart's folder, `.git` left out, in the order of its names. A link is followed to a file or folder inside the repository; where the chart lies outside, as
 * only an input can say, inside the chart. Throws OperatorError `render-failed` for any other link, for what is no regular file, and beyond the limits.
 */
export const readChartFolder = async (
  folder: string,
  workspaceRoot: string,
  budget: ChartBudget,
): Promise<ChartFiles> => {
  const root = realpathSync(folder);
  const found: Found[] = [];
  new Walk(isWithin(workspaceRoot, root) ? workspaceRoot : root, budget, found).folder(root, "", []);
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  const contents = await inTurn(found, ({ real, name }) => readOne(real, name, budget));
  return new Map(found.map(({ name }, index) => [name, contents[index] ?? Buffer.alloc(0)]));
};

interface Found {
  /** Path with every link followed. */
  readonly real: string;
  readonly name: string;
}

/** Synchronous: a chart has some fifty folders, which is 3 ms at once and 20 ms through the thread pool. */
class Walk {
  readonly #root: string;
  readonly #budget: ChartBudget;
  readonly #found: Found[];

  constructor(root: string, budget: ChartBudget, found: Found[]) {
    this.#root = root;
    this.#budget = budget;
    this.#found = found;
  }

  folder(real: string, prefix: string, above: readonly string[]): void {
    if (above.includes(real)) throw refused(prefix, "leads back to a folder that it lies in");
    if (above.length > chartLimits.depth) throw refused(prefix, `lies more than ${chartLimits.depth} folders deep`);
    for (const entry of readdirSync(real, { withFileTypes: true })) {
      if (entry.name === ".git") continue;
      const name = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      this.#budget.entry();
      if (hasControls(entry.name)) throw refused(JSON.stringify(name), "has a control character in its name");
      const path = join(real, entry.name);
      if (entry.isDirectory()) this.folder(path, name, [...above, real]);
      else if (entry.isFile()) this.#found.push({ real: path, name });
      else if (entry.isSymbolicLink()) this.#link(path, name, [...above, real]);
      else throw refused(name, "is neither a file nor a folder");
    }
  }

  #link(path: string, name: string, above: readonly string[]): void {
    const target = realPathOf(path);
    if (target === null || !isWithin(this.#root, target) || relative(this.#root, target).split(sep).includes(".git"))
      throw refused(
        name,
        "is a symbolic link that leads nowhere or out of the repository",
        "because helm would follow it",
      );
    const kind = statSync(target);
    if (kind.isDirectory()) this.folder(target, name, above);
    else if (kind.isFile()) this.#found.push({ real: target, name });
    else throw refused(name, "leads to what is neither a file nor a folder");
  }
}

const realPathOf = (path: string): string | null => {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
};

/** Whether a name holds what no honest file name does, and a terminal or a list of names would obey. */
export const hasControls = (name: string): boolean => /[\p{Cc}\u2028\u2029\ufffd]/u.test(name);

const readOne = async (real: string, name: string, budget: ChartBudget): Promise<Buffer> => {
  const read = await readRegularFile(real, chartLimits.fileBytes);
  if (!read.ok && read.why === "not-a-file") throw refused(name, "is neither a file nor a folder");
  if (!read.ok) throw tooLarge(`file ${name}`, `has more than ${inMib(chartLimits.fileBytes)} MiB`);
  budget.bytes(read.bytes.length);
  return read.bytes;
};

/** Thirty-two at a time: all at once would be as many open files. */
const inTurn = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T);
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  return results;
};

const isWithin = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`));
};

const refused = (name: string, what: string, why?: string): OperatorError =>
  new OperatorError(
    "render-failed",
    `The chart's ${name} ${what}: refused${why === undefined ? "" : `, ${why}`}.`,
    "Replace it by the file itself, or take it out of the chart.",
  );
