import { posix } from "node:path";
import type { Workspace } from "../outside/workspace.ts";

/** What of a workspace was asked for. */
export interface Touched {
  /** Whether it was read, looked at, or lies below what was listed; links followed, also where it is missing. */
  has(path: string): boolean;
}

/** A workspace that takes note of what it is asked for. */
export interface Watched {
  readonly workspace: Workspace;
  touched(): Promise<Touched>;
}

/** Takes note of every path that is asked for. */
export const watchPaths = (workspace: Workspace): Watched => {
  const [paths, folders] = [new Set<string>(), new Set<string>()];
  const noted = <T>(path: string, answer: T): T => {
    paths.add(posix.normalize(path));
    return answer;
  };
  return {
    workspace: {
      root: workspace.root,
      absolute: (path) => noted(path, workspace.absolute(path)),
      read: (file) => noted(file, workspace.read(file)),
      bytes: (file) => noted(file, workspace.bytes(file)),
      kind: (path) => noted(path, workspace.kind(path)),
      find: (path) => noted(path, workspace.find(path)),
      async walk(folder) {
        folders.add(posix.normalize(folder));
        const entries = await workspace.walk(folder);
        for (const { real } of entries) if (real !== undefined) paths.add(real);
        return entries;
      },
    },
    async touched() {
      const [real, listed] = [await followed(paths, workspace), await followed(folders, workspace)];
      return { has: (path) => real.has(path) || isBelow(path, listed) };
    },
  };
};

/** The paths, and where a link is in the way, also those behind it. */
const followed = async (paths: ReadonlySet<string>, workspace: Workspace): Promise<ReadonlySet<string>> => {
  const all = new Set(paths);
  for (const path of paths) {
    const { real } = await workspace.find(path);
    if (real !== null) all.add(real);
  }
  return all;
};

/** Whether a path is one of the folders, or lies below one. */
export const isBelow = (path: string, folders: ReadonlySet<string>): boolean => {
  for (let above = path; above !== "."; above = posix.dirname(above)) if (folders.has(above)) return true;
  return folders.has(".");
};
