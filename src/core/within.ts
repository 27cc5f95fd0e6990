import { isAbsolute, posix, relative, sep } from "node:path";

/** Whether an absolute path is the root or lies below it, as both are written: links are the caller's to follow. */
export const isWithin = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/**
 * Git's own data: actions/checkout leaves its token in `.git/config`. In a worktree or a submodule it is a file; some
 * file systems take any letter case.
 */
export const isGitData = (name: string): boolean => name.toLowerCase() === ".git";

/** Whether a path below the root leads through git's own data. */
export const isInGitData = (root: string, path: string): boolean => relative(root, path).split(sep).some(isGitData);

/** Whether a path is one of these folders, or lies below one; all relative to the root, which is `.`. */
export const isInOneOf = (path: string, folders: ReadonlySet<string>): boolean => {
  for (let above = path; above !== "."; above = posix.dirname(above)) if (folders.has(above)) return true;
  return folders.has(".");
};
