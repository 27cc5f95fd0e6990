import { lstat, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import { isInGitData } from "../../core/within.ts";
import type { NewFile } from "../../outside/new-file.ts";

/** So many files that are in the way are named. */
const mostNamed = 5;

/**
 * Writes all files with their folders, or none: nothing that is there is overwritten, and no link below the root is
 * followed. Throws OperatorError `invalid-input` that names what is in the way, or what the system says of a file that
 * cannot be written.
 */
export const writeNewFiles = async (root: string, files: readonly NewFile[]): Promise<void> => {
  const found = await Promise.all(files.map(({ path }) => inTheWay(root, path)));
  const there = [...new Set(found.filter((path) => path !== null))];
  if (there.length > 0) throw occupied(there);
  const written: string[] = [];
  try {
    for (const { path, text, runs } of files) {
      const place = resolve(root, path);
      await mkdir(dirname(place), { recursive: true });
      // `wx` refuses what came in between, a link included.
      await writeFile(place, text, { flag: "wx", mode: runs === true ? 0o777 : 0o666 });
      written.push(place);
    }
  } catch (thrown) {
    await Promise.all(written.map((place) => rm(place, { force: true })));
    throw notWritten(thrown);
  }
};

/** What keeps a file from being made: itself, or a file or link where a folder of its way should be; null: nothing. */
const inTheWay = async (root: string, path: string): Promise<string | null> => {
  if (isInGitData(root, resolve(root, path))) return path;
  const names = path.split("/");
  for (let length = 1; length <= names.length; length++) {
    const way = names.slice(0, length).join("/");
    const entry = await lstat(resolve(root, way)).catch(() => null);
    if (entry === null) return null;
    if (!entry.isDirectory() || length === names.length) return way;
  }
  return null;
};

const occupied = (there: readonly string[]): OperatorError => {
  const more = there.length > mostNamed ? `, and ${there.length - mostNamed} more` : "";
  return new OperatorError(
    "invalid-input",
    `Nothing is written, for this is there already: ${there.slice(0, mostNamed).join(", ")}${more}.`,
    "Name a folder that is not there yet, or move away what is.",
  );
};

const notWritten = (thrown: unknown): OperatorError =>
  new OperatorError(
    "invalid-input",
    `Nothing is written: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    "Name a folder in which you may write.",
    { cause: thrown },
  );
