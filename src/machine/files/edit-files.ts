import { lstat, readFile, realpath, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import { isGitData, isInGitData, isWithin } from "../../core/within.ts";
import type { EditableFiles } from "../../fix/fix-findings.ts";

interface CreatedFiles {
  /**
   * Writes a file of the repository anew. Throws OperatorError `invalid-input` where there is a link or a folder of
   * that name, or no folder for it.
   */
  create(file: string, text: string): Promise<void>;
}

/**
 * The files of a repository that repairs may change: text in UTF-8 that lies in it and not in `.git`,
 * also once links are followed.
 */
export const openEditableFiles = (root: string): EditableFiles & CreatedFiles => ({
  async create(file, text) {
    const folder = await inside(root, dirname(file));
    const old = await lstat(resolve(root, file)).catch(() => null);
    if (folder === null || isGitData(basename(file)) || (old !== null && !old.isFile()))
      throw new OperatorError(
        "invalid-input",
        `${file} cannot be written: it is no plain file in a folder of the repository.`,
        "Name another one.",
      );
    await writeFile(resolve(root, file), text);
  },
  async read(file) {
    const path = await inside(root, file);
    if (path === null) return null;
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await readFile(path));
    } catch {
      return null;
    }
  },
  async write(file, text) {
    const path = await inside(root, file);
    if (path === null) throw new Error(`${file} is not in the repository`);
    // In place, so that mode and links stay.
    await writeFile(path, text);
  },
});

const inside = async (root: string, file: string): Promise<string | null> => {
  const [base, real] = await Promise.all([realpath(root), realpath(resolve(root, file)).catch(() => null)]);
  if (real === null) return null;
  // Git's own files are no part of the tree: what stands in them is run.
  return isWithin(base, real) && !isInGitData(base, real) ? real : null;
};
