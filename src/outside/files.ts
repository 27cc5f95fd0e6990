import { randomUUID } from "node:crypto";
import { mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { readRegularFile } from "./read-regular-file.ts";

/** The largest that is read so is a repository's index or a bundle of schemas, some 10 MB. */
const maxBytes = 64 * 1024 * 1024;

/** Files that are not the repository's: the cache, and folders that an input names. Paths are absolute. */
export interface Files {
  /** The text of a regular file of at most 64 MiB; null where there is none. Throws the system's error where it cannot be read, and an Error for what is no such file. */
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
      const read = await readRegularFile(await realpath(path), maxBytes);
      if (read.ok) return read.bytes.toString("utf8");
      throw new Error(read.why === "too-large" ? `it has ${read.size} bytes` : "it is not a regular file");
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
