import { mkdir, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { asOperatorError } from "../../src/core/errors.ts";
import type { Exec } from "../../src/outside/exec.ts";
import { buildCommands, requireGo } from "./go-build.ts";
import type { GoItem, Item } from "./items.ts";
import type { OfficialBuilds } from "./official-builds.ts";
import { checkReportedVersion } from "./reported-version.ts";
import { installZizmor } from "./zizmor.ts";

/**
 * Makes the commands of one module in `folder`, checks what version each reports, and moves it to its place.
 * Throws OperatorError; an optional command's is told instead.
 */
export const installGroup = async (
  group: readonly Item[],
  folder: string,
  exec: Exec,
  official: OfficialBuilds,
  tell: (news: string) => void,
): Promise<void> => {
  try {
    await make(group, folder, exec, official, tell);
    for (const item of group) {
      const made = join(folder, item.name);
      if (item.versionArgs) await checkReportedVersion(exec, made, item.versionArgs, item.version);
      await place(made, item.path);
    }
  } catch (error) {
    const trouble = asOperatorError(error);
    if (trouble === undefined || trouble.reason === "cancelled" || group.some((item) => !item.optional)) throw error;
    tell(`WARNING: goes on without it: ${trouble.message} ${trouble.hint}`);
  }
};

const make = async (
  group: readonly Item[],
  folder: string,
  exec: Exec,
  official: OfficialBuilds,
  tell: (news: string) => void,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const toBuild: GoItem[] = [];
  for (const item of group) {
    if (item.kind === "zizmor") await installZizmor(exec, item.requirements, folder);
    else if (!(await official(item.name, item.version, folder, tell))) toBuild.push(item);
  }
  const [first] = toBuild;
  if (first === undefined) return;
  await requireGo(exec, first.pin.goVersion);
  const commands = toBuild.map((item) => item.command);
  await buildCommands(exec, commands, first.version, first.pin, folder);
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
