import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Files that are not the repository's: the cache, and folders that an input names. Paths are absolute. */
export interface Files {
  /** The text of a file; null where there is none. Throws the system's error where it cannot be read. */
  read(path: string): Promise<string | null>;
  /** Replaces a file in one step, making parents: a reader sees the old text or the new, never a part. */
  write(path: string, text: string): Promise<void>;
  /** Whether there is a folder at `path`, symbolic links followed. */
  isFolder(path: string): Promise<boolean>;
}

const absent = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && (thrown.code === "ENOENT" || thrown.code === "ENOTDIR");

/** The machine's own files. */
export const localFiles: Files = {
  async read(path) {
    try {
      return await readFile(path, "utf8");
    } catch (thrown) {
      if (absent(thrown)) return null;
      throw thrown;
    }
  },
  async write(path, text) {
    await mkdir(dirname(path), { recursive: true });
    const unfinished = `${path}.${randomUUID()}`;
    try {
      await writeFile(unfinished, text, { mode: 0o600 });
      await rename(unfinished, path);
    } catch (thrown) {
      await rm(unfinished, { force: true });
      throw thrown;
    }
  },
  async isFolder(path) {
    const found = await stat(path).catch(() => null);
    return found?.isDirectory() ?? false;
  },
};
