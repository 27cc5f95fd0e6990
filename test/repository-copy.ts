import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** A Git repository of its own with these very files, for what writes to its repository. */
export interface RepositoryCopy {
  readonly dir: string;
  git(...args: readonly string[]): void;
  /** Commits all that there is. */
  commit(message: string): void;
}

/** Makes it in the new folder `dir`, without the files whose paths `without` fits; what npm installed is linked. */
export const copyRepository = (dir: string, without: RegExp): RepositoryCopy => {
  mkdirSync(dir);
  const listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", listed, { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
  for (const file of files.filter((path) => !without.test(path) && existsSync(join(root, path))))
    cpSync(join(root, file), join(dir, file), { recursive: true, verbatimSymlinks: true });
  symlinkSync(join(root, "node_modules"), join(dir, "node_modules"));
  const git = (...args: readonly string[]): void => {
    execFileSync("git", args, { cwd: dir, stdio: "pipe" });
  };
  git("init", "--quiet", "--initial-branch=main");
  return {
    dir,
    git,
    commit(message) {
      git("add", "--all");
      git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", message);
    },
  };
};
