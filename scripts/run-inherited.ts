import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Absolute path of a command that a package of this repository brings. */
export const nodeBin = (name: string): string => join(import.meta.dirname, "..", "node_modules", ".bin", name);

/** Runs a command on this terminal; true when it exits with 0. */
export const tryInherited = (file: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): boolean => {
  const { status, error } = spawnSync(file, args, { stdio: "inherit", env });
  if (error !== undefined) throw error;
  return status === 0;
};

/** Runs a command on this terminal and ends this process with 1 where it fails. */
export const runInherited = (file: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void => {
  if (!tryInherited(file, args, env)) process.exit(1);
};
