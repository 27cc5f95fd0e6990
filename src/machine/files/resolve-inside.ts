import { realpathSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { isInGitData, isWithin } from "../../core/within.ts";
import type { EntryKind } from "../../outside/workspace.ts";

/** What a path of the workspace is once every link is followed. */
export type Resolved =
  | { readonly kind: "outside" | "git" | "missing" | "unreadable" }
  | { readonly kind: "file" | "directory" | "other"; readonly real: string };

/** The kind as the workspace tells it: git's own data is outside of it. */
export const kindOf = ({ kind }: Resolved): EntryKind =>
  kind === "unreadable" ? "other" : kind === "git" ? "outside" : kind;

/** A real path below the root, relative to it; `.` is the root itself. */
export const relativeTo = (root: string, real: string): string => relative(root, real).split(sep).join("/") || ".";

/**
 * Follows every link of a path. Never throws. It looks at once: through the thread pool 1,000 files take 100 ms of CPU
 * time more, and on a busy machine several times that until they are read.
 */
export const resolveInside = async (root: string, path: string): Promise<Resolved> => {
  const absolute = resolve(root, path);
  // The path as written comes first, so that `../` does not even touch the disk outside.
  if (!isWithin(root, absolute)) return { kind: "outside" };
  if (isInGitData(root, absolute)) return { kind: "git" };
  try {
    const real = realpathSync.native(absolute);
    if (!isWithin(root, real)) return { kind: "outside" };
    if (isInGitData(root, real)) return { kind: "git" };
    const found = statSync(real);
    return { kind: found.isFile() ? "file" : found.isDirectory() ? "directory" : "other", real };
  } catch (thrown) {
    return { kind: leadsNowhere(thrown) ? "missing" : "unreadable" };
  }
};

/** ELOOP: links that lead to each other. ENOTDIR: a file on the way. ERR_INVALID_ARG_VALUE: a NUL byte in the name. */
const leadsNowhere = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  "code" in thrown &&
  ["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(String(thrown.code));
