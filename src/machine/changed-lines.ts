import type { Change, ChangedLines, LinesByFile, NoChange } from "../outside/change.ts";
import type { Github } from "../outside/github.ts";
import type { Workspace } from "../outside/workspace.ts";
import { lineHunks, linesOfHunks } from "../text/line-hunks.ts";

interface Sources {
  /** What the clone tells. */
  readonly change: Change | NoChange | null;
  readonly workspace: Pick<Workspace, "read">;
  /** Asked where the clone does not tell. */
  readonly github: Pick<Github, "changedFiles">;
}

/**
 * The lines that the event's change wrote or took out, in those of the wanted `files` that it touches: by the clone,
 * else by GitHub's API. Null where there is no change or neither tells of it.
 */
export const readChangedLines = async (
  { change, workspace, github }: Sources,
  files: Iterable<string>,
): Promise<LinesByFile | null> => {
  const wanted = new Set(files);
  if (change === null) return null;
  if (!("base" in change)) {
    const told = await github.changedFiles();
    return told === null ? null : new Map([...told].filter(([path]) => wanted.has(path)));
  }
  const touched = [...wanted].filter((path) => change.files.has(path));
  const before = await change.textsBefore(touched);
  const lines = new Map<string, ChangedLines>();
  for (const path of touched) {
    const read = await workspace.read(path);
    lines.set(path, linesOfHunks(read.ok ? lineHunks(before.get(path) ?? "", read.text) : []));
  }
  return lines;
};
