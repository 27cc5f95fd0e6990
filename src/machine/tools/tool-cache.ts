import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import type { ToolName } from "../../outside/tools.ts";
import { hashFile } from "../files/hash-file.ts";
import type { Downloaded } from "./download.ts";

/** An executable in the cache whose digest was compared just now. */
export interface Cached {
  readonly path: string;
  readonly sha256: string;
}

const recordName = "record.json";

/**
 * What the cache has in a tool's folder: the executable, verified; `undefined` where there is none; `changed` where it
 * is not what was put there. It is compared with the pinned digest, else with the one that was recorded when it was
 * downloaded: that finds a damaged or exchanged file, not somebody who owns the cache and changes both.
 */
export const findCached = async (
  folder: string,
  name: ToolName,
  pinned: string | undefined,
): Promise<Cached | "changed" | undefined> => {
  const record = await readFile(join(folder, recordName), "utf8").catch(() => undefined);
  if (record === undefined) return undefined;
  const path = join(folder, name);
  const wanted = pinned ?? executableOf(record);
  const sha256 = await hashFile(path).catch(() => undefined);
  return sha256 !== undefined && sha256 === wanted ? { path, sha256 } : "changed";
};

const executableOf = (record: string): unknown => {
  try {
    return (JSON.parse(record) as { executable?: unknown }).executable;
  } catch {
    return undefined;
  }
};

/**
 * Puts a tool into its folder: `make` downloads into a new folder beside it, and the files then take their names by
 * rename, the record last. Two runs at once on one cache replace each other's files by equal ones, and neither ever
 * sees a part of one. Throws OperatorError `tool-missing` where the disk refuses.
 */
export const installCached = async (
  folder: string,
  name: ToolName,
  make: (destination: string) => Promise<Downloaded>,
): Promise<Cached> => {
  const fresh = await storing(folder, async () => {
    await mkdir(folder, { recursive: true });
    return await mkdtemp(join(dirname(folder), ".new-"));
  });
  try {
    const { path: proved, sha256, release } = await make(fresh);
    const path = join(folder, name);
    await storing(folder, async () => {
      const record = join(fresh, recordName);
      await writeFile(record, `${JSON.stringify({ executable: sha256, release }, null, 2)}\n`);
      await rename(proved, path);
      await rename(record, join(folder, recordName));
    });
    return { path, sha256 };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
};

const storing = async <T>(folder: string, body: () => Promise<T>): Promise<T> => {
  try {
    return await body();
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    throw new OperatorError(
      "tool-missing",
      `The tool cache ${folder} cannot be written: ${cause.message}.`,
      "Free the disk, or name a writable folder in RUNNER_TOOL_CACHE, or put the tools on PATH and set `tools: path`.",
      { cause },
    );
  }
};
