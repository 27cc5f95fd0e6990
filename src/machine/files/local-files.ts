import { randomUUID } from "node:crypto";
import { mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Files } from "../../outside/files.ts";
import { readRegularFile } from "./read-regular-file.ts";

/** The largest that is kept is a schema of 2 MB; an event of GitHub's has at most 25 MB. */
const maxBytes = 64 * 1024 * 1024;

const absent = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && (thrown.code === "ENOENT" || thrown.code === "ENOTDIR");

const bytesOf = async (path: string, most: number): Promise<Buffer | null> => {
  try {
    const read = await readRegularFile(await realpath(path), most);
    if (read.ok) return read.bytes;
    throw new Error(read.why === "not-a-file" ? `${path} is no regular file` : `${path} has more than ${most} bytes`);
  } catch (thrown) {
    if (absent(thrown)) return null;
    throw thrown;
  }
};

/** The machine's own files. */
export const localFiles: Files = {
  read: async (path) => (await bytesOf(path, maxBytes))?.toString("utf8") ?? null,
  readBytes: (path, most) => bytesOf(path, most),
  real: (path) => realpath(path).catch(() => null),
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
