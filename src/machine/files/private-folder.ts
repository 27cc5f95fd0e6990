import { existsSync, lstatSync, mkdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** Makes a folder for this user alone; false where it cannot be had, or is not his alone. */
export const makePrivate = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return isPrivate(folder);
  } catch {
    return false;
  }
};

/**
 * Whether a folder is this user's alone: nobody else can write into it or put another in its place, and no
 * checkout can have brought it.
 */
export const isPrivate = (folder: string): boolean => {
  const user = process.getuid?.();
  if (user === undefined || lstatSync(folder).isSymbolicLink()) return false;
  const real = realpathSync(folder);
  const { uid, mode } = lstatSync(real);
  return uid === user && (mode & 0o077) === 0 && areSafe(dirname(real), user);
};

/**
 * Folders above it. In one with the sticky bit, as /tmp is, everybody may make files, and only
 * their owner may rename them.
 */
const areSafe = (folder: string, user: number): boolean => {
  const { uid, mode } = lstatSync(folder);
  const isShared = (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
  if ((uid !== user && uid !== 0) || isShared || existsSync(join(folder, ".git"))) return false;
  return folder === dirname(folder) || areSafe(dirname(folder), user);
};
