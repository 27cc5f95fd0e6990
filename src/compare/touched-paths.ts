import { posix } from "node:path";
import { isInOneOf } from "../core/within.ts";
import type { Workspace } from "../outside/workspace.ts";

/** What of a workspace was asked for, to be held against what is changed. */
export interface Touched {
  /**
   * Whether a change of this path may move what was asked for: it was read or looked at, lies below a folder that was
   * listed, or something of these lies below it; links followed, also where it is missing.
   */
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
    paths.add(asChanged(path, workspace.root));
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
      links: (path) => noted(path, workspace.links(path)),
      async walk(folder) {
        folders.add(asChanged(folder, workspace.root));
        const entries = await workspace.walk(folder);
        for (const { path, kind, real } of entries) if (real !== undefined || kind !== "file") paths.add(path);
        return entries;
      },
    },
    async touched() {
      const [single, listed] = [await followed(paths, workspace), await followed(folders, workspace)];
      return touching(new Set([...single.all, ...single.links, ...listed.links]), listed.all);
    },
  };
};

interface Followed {
  /** The paths as they were asked for, and those behind links. */
  readonly all: ReadonlySet<string>;
  /** The links on their way. */
  readonly links: ReadonlySet<string>;
}

const followed = async (paths: ReadonlySet<string>, workspace: Workspace): Promise<Followed> => {
  const [all, links] = [new Set(paths), new Set<string>()];
  for (const path of paths) {
    const { real } = await workspace.find(path);
    if (real === path) continue;
    if (real !== null) all.add(real);
    for (const link of await workspace.links(path)) links.add(link);
  }
  return { all, links };
};

/** Paths that are read by themselves, and folders that are with all below them; relative to the root. */
export const touching = (paths: ReadonlySet<string>, folders: ReadonlySet<string>): Touched => {
  const above = foldersAbove([...paths, ...folders]);
  return { has: (path) => paths.has(path) || isInOneOf(path, folders) || above.has(path) };
};

/** A link to a folder, and a submodule, are one path to git: what is read through them lies below it. */
const foldersAbove = (paths: readonly string[]): ReadonlySet<string> => {
  const above = new Set<string>();
  for (const path of paths)
    for (let folder = posix.dirname(path); folder !== "." && folder !== "/"; folder = posix.dirname(folder)) {
      if (above.has(folder)) break;
      above.add(folder);
    }
  return above;
};

/** A path as git names it: relative to the root, which is `.`, without a slash at its end. */
export const asChanged = (path: string, root: string): string => posix.relative(root, posix.resolve(root, path)) || ".";
