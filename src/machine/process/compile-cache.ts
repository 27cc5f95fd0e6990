import { existsSync, lstatSync, mkdirSync, realpathSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import type { Environment } from "../../outside/environment.ts";
import { cacheFolder } from "../files/cache-folder.ts";

/**
 * Lets Node keep the program as V8 has compiled it, for the next run on this machine: a file of 4 MB is compiled in 100
 * ms and read back in 20. What lies in the folder is run as it is, so it must be one that nobody but this user can have
 * made; where it is not, nothing is kept.
 */
export const keepCompiled = (env: Environment): void => {
  const folder = join(cacheFolder(env), "compiled");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Node 18 and 20 have no such cache; the command says itself that they are too old.
    if (isPrivate(folder)) module.enableCompileCache?.(folder);
  } catch {
    // A cache that cannot be had costs time, nothing else.
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
