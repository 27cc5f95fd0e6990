import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { asOperatorError } from "../../src/core/errors.ts";
import type { Exec } from "../../src/outside/exec.ts";
import { buildCommands } from "./go-build.ts";
import type { GoItem, Item } from "./items.ts";
import type { OfficialBuilds } from "./official-builds.ts";
import { checkReportedVersion } from "./reported-version.ts";
import { installZizmor } from "./zizmor.ts";

/**
 * Downloads a command's release, checks its version and moves it to its place; false where there is none to be had.
 * Throws OperatorError where it is another version.
 */
export const installRelease = async (
  item: Item,
  folder: string,
  exec: Exec,
  official: OfficialBuilds,
  tell: (news: string) => void,
): Promise<boolean> => {
  await mkdir(folder, { recursive: true });
  if (!(await official(item.name, item.version, folder, tell))) return false;
  await checkAndPlace([item], folder, exec);
  return true;
};

/**
 * Builds the commands of one module in `folder`, checks what version each reports, and moves it to its place. Throws
 * OperatorError.
 */
export const installBuilt = async (group: readonly GoItem[], folder: string, exec: Exec): Promise<void> => {
  const [first] = group;
  if (first === undefined) return;
  const commands = group.map((item) => item.command);
  await buildCommands(exec, commands, first.version, first.pin, folder);
  await checkAndPlace(group, folder, exec);
};

/** Installs zizmor from its wheel; where that fails it is told, and the others go on without it. */
export const installWheel = async (
  item: Item & { readonly kind: "zizmor" },
  folder: string,
  exec: Exec,
  tell: (news: string) => void,
): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true });
    await installZizmor(exec, item.requirements, folder);
    await checkAndPlace([item], folder, exec);
    tell("done");
  } catch (error) {
    const trouble = asOperatorError(error);
    if (trouble === undefined || trouble.reason === "cancelled") throw error;
    tell(`WARNING: goes on without it: ${trouble.message} ${trouble.hint}`);
  }
};

const checkAndPlace = async (group: readonly Item[], folder: string, exec: Exec): Promise<void> => {
  for (const item of group) {
    const made = join(folder, item.name);
    await checkReportedVersion(exec, made, item.versionArgs, item.version);
    await place(made, item.path);
  }
  await rm(folder, { recursive: true, force: true });
};

/** The folder appears under its final name with the whole command in it, or not at all. */
const place = async (made: string, path: string): Promise<void> => {
  const ready = `${made}.ready`;
  await mkdir(ready);
  await rename(made, join(ready, basename(path)));
  await mkdir(dirname(dirname(path)), { recursive: true });
  try {
    await rename(ready, dirname(path));
  } catch (error) {
    // Somebody else put the same command there in the meantime: the same inputs made it.
    if (!(error instanceof Error && "code" in error && (error.code === "ENOTEMPTY" || error.code === "EEXIST")))
      throw error;
  }
};
