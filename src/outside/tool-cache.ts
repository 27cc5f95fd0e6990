import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OperatorError } from "../errors.ts";
import type { Downloaded } from "./download.ts";
import { hashFile } from "./hash-file.ts";
import type { ToolName } from "./tools.ts";

/** An executable in the cache whose digest was compared just now. */
export interface Cached {
  readonly path: string;
  readonly sha256: string;
}

const recordName = "record.json";

/**
 * What the cache has in a tool's folder: the executable, verified; `undefined` where there is none; `changed` where it is not what was put there.
 * It is compared with the pinned digest, else with the one that was recorded when it was downloaded: that finds a damaged or exchanged file, not somebody
 * who owns the cache and changes both.
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
 * Fills a tool's folder in one step, so that two runs at once on one cache see either nothing or a whole tool: `make` downloads into a new folder
 * beside it, which then takes its name. Where another run was faster, its tool is used. Throws OperatorError `tool-missing` where the disk refuses.
 */
export const installCached = async (
  folder: string,
  name: ToolName,
  pinned: string | undefined,
  make: (destination: string) => Promise<Downloaded>,
): Promise<Cached> => {
  const fresh = await storing(folder, async () => {
    await mkdir(dirname(folder), { recursive: true });
    return await mkdtemp(join(dirname(folder), ".new-"));
  });
  try {
    const { sha256, release } = await make(fresh);
    return await storing(folder, async () => {
      await writeFile(join(fresh, recordName), `${JSON.stringify({ executable: sha256, release }, null, 2)}\n`);
      // mkdtemp's 0700 is for what is not proved yet; other users of a shared runner may use the tool.
      await chmod(fresh, 0o755);
      if (await takesName(fresh, folder)) return { path: join(folder, name), sha256 };
      const theirs = await findCached(folder, name, pinned);
      if (typeof theirs === "object") return theirs;
      await setAside(folder);
      await rename(fresh, folder);
      return { path: join(folder, name), sha256 };
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
};

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown ? String(thrown.code) : "unknown";

const takesName = async (fresh: string, folder: string): Promise<boolean> => {
  try {
    await rename(fresh, folder);
    return true;
  } catch (thrown) {
    if (["ENOTEMPTY", "EEXIST", "ENOTDIR"].includes(codeOf(thrown))) return false;
    throw thrown;
  }
};

/** Renamed before it is removed: nobody finds half of it under its name. */
const setAside = async (folder: string): Promise<void> => {
  const aside = await mkdtemp(join(dirname(folder), ".old-"));
  await rename(folder, join(aside, "old")).catch((thrown) => {
    if (codeOf(thrown) !== "ENOENT") throw thrown;
  });
  await rm(aside, { recursive: true, force: true });
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
