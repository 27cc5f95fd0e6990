import { posix } from "node:path";
import type { Workspace } from "../../outside/workspace.ts";

/** What a run asked the workspace for: when any of it changes, the run may end otherwise. */
export interface NotedPaths {
  /** Absolute, as they were asked for. */
  readonly paths: ReadonlySet<string>;
  /** The same workspace; every path that is asked for is noted. */
  workspace(workspace: Workspace): Workspace;
}

/** Notes nothing yet. */
export const notePaths = (): NotedPaths => {
  const paths = new Set<string>();
  const note = (path: string): void => void paths.add(path);
  return { paths, workspace: (workspace) => notingWorkspace(workspace, note) };
};

type Note = (path: string) => void;

const notingWorkspace = (workspace: Workspace, note: Note): Workspace => {
  // What was met in a walk, and not behind a link, is noted with the folder.
  const met = new Set<string>();
  const noted =
    <T>(ask: (path: string) => Promise<T>) =>
    (path: string): Promise<T> => {
      if (!met.has(posix.normalize(path))) note(workspace.absolute(path));
      return ask(path);
    };
  return {
    ...workspace,
    read: noted(workspace.read),
    bytes: noted(workspace.bytes),
    kind: noted(workspace.kind),
    find: noted(workspace.find),
    walk: async (folder) => {
      note(workspace.absolute(folder));
      const entries = await workspace.walk(folder);
      for (const { path, real } of entries)
        if (real === undefined) met.add(path);
        else note(workspace.absolute(posix.dirname(path)));
      return entries;
    },
  };
};
