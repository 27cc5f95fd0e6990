import { access } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/**
 * The root that paths of findings and inputs count from: the Git repository that holds the folder; without one, the
 * working folder, or what holds the folder where it lies elsewhere.
 */
export const findRoot = async (folder: string, workingFolder: string): Promise<string> => {
  for (let at = folder; ; at = dirname(at)) {
    // A folder, or in a worktree a file.
    if (await exists(join(at, ".git"))) return at;
    if (at === dirname(at)) break;
  }
  const way = relative(workingFolder, folder);
  return way === ".." || way.startsWith(`..${sep}`) ? dirname(folder) : workingFolder;
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
