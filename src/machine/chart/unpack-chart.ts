import { posix } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { Parser, type ReadEntry } from "tar";
import { type ChartBudget, chartLimits, inMib } from "./chart-budget.ts";
import { type ChartFiles, hasControls } from "./read-chart-folder.ts";

/** Why an archive is no chart, as a clause. */
export class UnreadableArchive extends Error {}

/**
 * Unpacks a chart's archive in memory, under the names that helm gives its files; of two with one name the last
 * counts. What its headers say of sizes is not believed: decompression ends at the limit. Throws UnreadableArchive,
 * and what the budget throws.
 */
export const unpackChart = async (archive: Buffer, budget: ChartBudget): Promise<ChartFiles> => {
  if (archive.length > chartLimits.archiveBytes)
    throw new UnreadableArchive(`it has more than ${inMib(chartLimits.archiveBytes)} MiB`);
  const tar = await decompress(archive, budget);
  budget.bytes(tar.length);
  const files = await members(tar, budget);
  if (files.size === 0) throw new UnreadableArchive("it is empty");
  return files;
};

const inflate = promisify<Buffer, { readonly maxOutputLength: number; readonly chunkSize: number }, Buffer>(gunzip);

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const decompress = async (archive: Buffer, budget: ChartBudget): Promise<Buffer> => {
  if (!isGzip(archive)) throw new UnreadableArchive("it is no gzip archive");
  // At least a byte, which Node asks for: one more than nothing is refused all the same.
  const maxOutputLength = budget.left() + 1;
  const tar = await inflate(archive, { maxOutputLength, chunkSize: 1024 * 1024 }).catch((cause) => {
    if (isTooLong(cause)) budget.bytes(maxOutputLength);
    throw damaged(cause);
  });
  // The parser would unpack it once more, past the limit.
  if (isGzip(tar)) throw new UnreadableArchive("it is compressed twice");
  return tar;
};

const isTooLong = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE";

const members = (tar: Buffer, budget: ChartBudget): Promise<ChartFiles> =>
  new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    const parser = new Parser({
      strict: true,
      zstd: false,
      onReadEntry: (entry) => {
        budget.entry();
        const name = fileName(entry);
        const parts: Buffer[] = [];
        entry.on("data", (part) => parts.push(part as Buffer));
        entry.on("end", () => {
          if (name !== null) files.set(name, Buffer.concat(parts));
        });
      },
    });
    parser.on("error", (cause) => reject(cause instanceof UnreadableArchive ? cause : damaged(cause)));
    parser.on("end", () => resolve(files));
    parser.end(tar);
  });

const damaged = (cause: unknown): UnreadableArchive => new UnreadableArchive("it is damaged", { cause });

/**
 * The member's path in the chart, or null for a folder: the first part is the chart's own folder. As helm's
 * `LoadArchiveFiles` reads it.
 */
const fileName = ({ type, path }: ReadEntry): string | null => {
  if (type === "Directory" || type === "GNUDumpDir") return null;
  if (hasControls(path))
    throw new UnreadableArchive(`${JSON.stringify(path)} in it has a control character in its name`);
  if (type !== "File" && type !== "OldFile" && type !== "ContiguousFile")
    throw new UnreadableArchive(`${path} in it is a link or a device, and only files are taken`);
  const delimiter = path.includes("\\") ? "\\" : "/";
  const [first, ...rest] = path.split(delimiter);
  const name = posix.normalize(rest.join("/"));
  if (first === "Chart.yaml") throw new UnreadableArchive("its Chart.yaml is not in a folder");
  if (rest.length === 0 || name === "." || name.startsWith("..") || name.startsWith("/") || /^[a-z]:\//i.test(name))
    throw new UnreadableArchive(`${path} in it leads out of the chart`);
  return name;
};
