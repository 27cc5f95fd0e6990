import { accessSync, constants, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where Linux keeps files in memory for everybody: a tmpfs, of half the memory where nobody says otherwise. */
const memory = "/dev/shm";
/** Bytes: some clusters with 64 MiB of write-ahead log each, and the trees of tests beside each other. */
const enough = 4 * 1024 ** 3;

/**
 * A new folder for temporary files, in memory where there is enough of it: tests write a great many small files,
 * which a disk takes much longer to make.
 */
export const temporaryFolder = (): string => mkdtempSync(join(hasMemory() ? memory : tmpdir(), "prometheus-stack-"));

const hasMemory = (): boolean => {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enough;
  } catch {
    return false;
  }
};
