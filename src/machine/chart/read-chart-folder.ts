import { readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import { isGitData, isInGitData, isWithin } from "../../core/within.ts";
import { readRegularFileNow } from "../files/read-regular-file.ts";
import { type ChartBudget, chartLimits, inMib, tooLarge } from "./chart-budget.ts";
import { type IsIgnored, readChartIgnore } from "./chart-ignore.ts";

/** The bytes of a chart's files by their path in it, with forward slashes. */
export type ChartFiles = ReadonlyMap<string, Buffer>;

/**
 * Reads a chart's folder, without `.git` and what its `.helmignore` leaves out, in the order of its names. A
 * link is followed to a file or folder inside the repository; where the chart lies outside, as only an input
 * can say, inside the chart. Throws OperatorError `render-failed` for any other link, for what is no regular
 * file, and beyond the limits.
 */
export const readChartFolder = (folder: string, workspaceRoot: string, budget: ChartBudget): ChartFiles => {
  const root = realpathSync(folder);
  const found: Found[] = [];
  const allowed = isWithin(workspaceRoot, root) ? workspaceRoot : root;
  if (isInGitData(allowed, root)) throw refused("folder", "lies in .git");
  new Walk(allowed, ignoredIn(root, allowed), budget, found).folder(root, "", []);
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  return new Map(found.map((file) => [file.name, readOne(file, budget)]));
};

interface Found {
  /** Path with every link followed. */
  readonly real: string;
  readonly name: string;
}

/** Reads synchronously, which is faster than the thread pool: helm waits for it. */
class Walk {
  readonly #root: string;
  readonly #isIgnored: IsIgnored;
  readonly #budget: ChartBudget;
  readonly #found: Found[];

  constructor(root: string, isIgnored: IsIgnored, budget: ChartBudget, found: Found[]) {
    this.#root = root;
    this.#isIgnored = isIgnored;
    this.#budget = budget;
    this.#found = found;
  }

  folder(real: string, prefix: string, above: readonly string[]): void {
    if (above.includes(real)) throw refused(prefix, "leads back to a folder that it lies in");
    if (above.length > chartLimits.depth) throw refused(prefix, `lies more than ${chartLimits.depth} folders deep`);
    for (const entry of readdirSync(real, { withFileTypes: true })) {
      if (isGitData(entry.name)) continue;
      const name = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
      this.#budget.entry();
      // A link is what it leads to, which is told below.
      if (!entry.isSymbolicLink() && this.#isIgnored(name, entry.isDirectory())) continue;
      if (hasControls(entry.name)) throw refused(JSON.stringify(name), "has a control character in its name");
      // In an archive helm takes these for a way out of the chart, or for a path of Windows.
      if (/\\|^\.\.|^[a-z]:\//i.test(name)) throw refused(name, "has a name that an archive cannot hold");
      const path = join(real, entry.name);
      if (entry.isDirectory()) this.folder(path, name, [...above, real]);
      else if (entry.isFile()) this.#found.push({ real: path, name });
      else if (entry.isSymbolicLink()) this.#link(path, name, [...above, real]);
      else throw refused(name, "is neither a file nor a folder");
    }
  }

  #link(path: string, name: string, above: readonly string[]): void {
    const target = realPathOf(path);
    if (target === null || !isWithin(this.#root, target) || isInGitData(this.#root, target))
      throw refused(
        name,
        "is a symbolic link that leads nowhere or out of the repository",
        "because helm would follow it",
      );
    const kind = statSync(target);
    if (this.#isIgnored(name, kind.isDirectory())) return;
    if (kind.isDirectory()) this.folder(target, name, above);
    else if (kind.isFile()) this.#found.push({ real: target, name });
    else throw refused(name, "leads to what is neither a file nor a folder");
  }
}

/** The rules of the chart's own `.helmignore`; those of charts in it count as little as they do for helm. */
const ignoredIn = (root: string, allowed: string): IsIgnored => {
  const real = realPathOf(join(root, ".helmignore"));
  if (real !== null && (!isWithin(allowed, real) || isInGitData(allowed, real)))
    throw refused(".helmignore", "is a symbolic link that leads out of the repository");
  const read = real === null ? null : readRegularFileNow(real, chartLimits.ignoreBytes);
  if (read?.ok === false) throw refused(".helmignore", "is no file, or has more than 64 KiB");
  const rules = readChartIgnore(read === null ? "" : read.bytes.toString("utf8"));
  if (typeof rules === "function") return rules;
  throw refused(".helmignore", `has the rule ${JSON.stringify(rules.refused)}, which helm cannot read`);
};

const realPathOf = (path: string): string | null => {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
};

/** Whether a name holds what no honest file name does, and a terminal or a list of names would obey. */
export const hasControls = (name: string): boolean => /[\p{Cc}\u2028\u2029\ufffd]/u.test(name);

const readOne = ({ real, name }: Found, budget: ChartBudget): Buffer => {
  const read = readRegularFileNow(real, chartLimits.fileBytes);
  if (!read.ok && read.why === "not-a-file") throw refused(name, "is neither a file nor a folder");
  if (!read.ok) throw tooLarge(`file ${name}`, `has more than ${inMib(chartLimits.fileBytes)} MiB`);
  budget.bytes(read.bytes.length);
  return read.bytes;
};

const refused = (name: string, what: string, why?: string): OperatorError =>
  new OperatorError(
    "render-failed",
    `The chart's ${name} ${what}: refused${why === undefined ? "" : `, ${why}`}.`,
    "Replace it by the file itself, or take it out of the chart.",
  );
