import type { ChangedLines, LineRange } from "../outside/change.ts";

const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/;

/**
 * What a patch does to the lines of the file as it is behind it: hunks as `diff -u` writes them, with or without the
 * lines that name the files. What is no hunk says nothing.
 */
export const patchLines = (patch: string): ChangedLines => {
  const written: LineRange[] = [];
  const removedBehind: number[] = [];
  let line = 0;
  let from: number | null = null;
  let removes = false;
  const close = (): void => {
    if (from !== null) written.push({ first: from, last: line - 1 });
    else if (removes) removedBehind.push(line - 1);
    [from, removes] = [null, false];
  };
  for (const text of patch.split("\n")) {
    const [, start, count] = header.exec(text) ?? [];
    if (start !== undefined) {
      close();
      // Of a file that has no lines left, git names the one before the first.
      line = Number(start) + (count === "0" ? 1 : 0);
    } else if (line === 0 || text.startsWith("\\")) continue;
    else if (text.startsWith("+")) {
      from ??= line;
      line += 1;
    } else if (text.startsWith("-")) removes = true;
    else {
      close();
      line += 1;
    }
  }
  close();
  return { written, removedBehind };
};
