import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join, relative, sep } from "node:path";

/**
 * Absolute path of the first executable file of that name on PATH that does not lie in the workspace, once links are
 * followed. npx, direnv and others put folders of the tree before all others.
 */
export const findOnPath = async (
  name: string,
  path: string | undefined,
  workspace: string,
): Promise<string | undefined> => {
  for (const folder of await foldersOutside(path, workspace)) {
    const file = join(folder, name);
    if (!(await isExecutableFile(file))) continue;
    if (!isInside(workspace, await realpath(file))) return file;
  }
  return undefined;
};

/**
 * PATH for the commands that we start: without entries that are relative, are no folder, or lie in the
 * workspace once links are followed.
 */
export const trustedPath = async (path: string | undefined, workspace: string): Promise<string> =>
  (await foldersOutside(path, workspace)).join(delimiter);

const foldersOutside = async (path: string | undefined, workspace: string): Promise<readonly string[]> => {
  const folders = (path ?? "").split(delimiter).filter(isAbsolute);
  const real = await Promise.all(folders.map((folder) => realpath(folder).catch(() => null)));
  return folders.filter((folder, index) => {
    const at = real[index] ?? null;
    return at !== null && [folder, at].every((one) => !isInside(workspace, one));
  });
};

/** Whoever checks the whole machine (a container whose working folder is `/`) has no tools outside it. */
const isInside = (workspace: string, real: string): boolean => {
  const way = relative(workspace, real);
  return workspace !== sep && way !== ".." && !way.startsWith(`..${sep}`);
};

const isExecutableFile = async (file: string): Promise<boolean> => {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
};
