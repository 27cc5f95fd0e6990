import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Edit, Fix } from "../../src/core/finding.ts";
import { firstBroken, type SignalPath } from "../../src/signal/path/signal-path.ts";

/** The repairs of the first broken hop of each path, once each. */
export const firstRepairs = (paths: readonly SignalPath[]): readonly Fix[] => {
  const fixes = paths.flatMap((path) => firstBroken(path)?.fix ?? []);
  return [...new Map(fixes.map((fix) => [JSON.stringify(fix.edits), fix])).values()];
};

/**
 * Applies repairs to the files of a workspace. Of two that overlap the first counts: the other
 * is offered again next time.
 */
export const applyRepairs = (workspace: string, fixes: readonly Fix[]): void => {
  const edits = fixes.flatMap((fix) => fix.edits);
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const path = join(workspace, file);
    const own = edits.filter((edit) => edit.file === file);
    writeFileSync(path, edited(readFileSync(path, "utf8"), own));
  }
};

/** The text after edits of whole lines. */
export const edited = (text: string, edits: readonly Edit[]): string => {
  const lines = text.split("\n");
  let next = Number.POSITIVE_INFINITY;
  for (const edit of edits.toSorted((a, b) => b.startLine - a.startLine)) {
    if (edit.endLine >= next) continue;
    lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, ...edit.text.split("\n"));
    next = edit.startLine;
  }
  return lines.join("\n");
};
