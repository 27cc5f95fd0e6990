import type { Change } from "../outside/change.ts";
import type { Workspace } from "../outside/workspace.ts";
import type { FileChange } from "./change-steps.ts";
import type { Touched } from "./touched-paths.ts";

/** More files than a person changes in the stacks of a fleet: beside them, vendored code has come or gone. */
const mostFiles = 2000;

interface Known {
  readonly workspace: Workspace;
  readonly touched: Touched;
  /** Places that are read in another way than file by file, e.g. a chart's folder. */
  readonly apart: Touched;
}

/** Why a change cannot be taken back in thought; a clause. */
export interface NotTexts {
  readonly why: string;
}

/**
 * The files that a change writes, with their texts before and behind it. Nothing is written: a link, or what is no text
 * of the clone, cannot be had so.
 */
export const changeTexts = async (
  change: Change,
  { workspace, touched, apart }: Known,
): Promise<readonly FileChange[] | NotTexts> => {
  const all = [...change.files];
  if (all.length > mostFiles) return { why: `the change touches more than ${mostFiles} files` };
  const chart = all.find(([path]) => apart.has(path))?.[0];
  if (chart !== undefined) return { why: `the change touches ${chart}, and so the chart itself` };
  const moved = movedPlace(change, touched);
  if (moved !== null) return moved;
  const files = all.filter(([, { before, after }]) => before?.kind !== "link" && after?.kind !== "link");
  const paths = files.flatMap(([path, { before, after }]) => ((before?.kind ?? after?.kind) === "file" ? [path] : []));
  const before = await change.textsBefore(paths);
  const changes: FileChange[] = [];
  for (const path of paths) {
    const was = change.files.get(path)?.before !== null;
    const text = before.get(path);
    if (was && text === undefined) return { why: `git does not give ${path} as it was` };
    const read = await workspace.read(path);
    // What is no text is the same to every check, whatever is in it.
    if (!read.ok && read.why !== "missing") continue;
    changes.push({ file: path, before: text ?? null, after: read.ok ? read.text : null, patch: null });
  }
  return changes;
};

/** The first link or submodule that the change moves, and that something is read at or through. */
export const movedPlace = ({ files }: Change, touched: Touched): NotTexts | null => {
  for (const [path, { before, after }] of files) {
    const isLink = [before, after].some((one) => one !== null && one.kind !== "file");
    if (isLink && touched.has(path)) return { why: `${path} is a link or a submodule, and the change moves it` };
  }
  return null;
};
