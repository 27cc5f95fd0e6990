import { readFile, realpath, writeFile } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { EditableFiles } from "../fix/mend.ts";

/** The files of a repository that repairs may change: text in UTF-8 that lies in it, also once links are followed. */
export const openEditableFiles = (root: string): EditableFiles => ({
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
  const way = relative(base, real);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? null : real;
};
