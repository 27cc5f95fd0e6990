import type { Edit, Finding } from "../core/finding.ts";
import { collide, lineCount } from "./apply-edits.ts";

/** A finding whose repair was not made, and why. */
export interface LeftFix {
  readonly finding: Finding;
  readonly because: string;
}

/** Which repairs can be made at once. */
export interface ChosenFixes {
  readonly fixed: readonly Finding[];
  /** By file; what several findings want alike may be in it more than once. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  readonly left: readonly LeftFix[];
}

/**
 * Takes the findings' repairs in their order, each as a whole: one that wants a line which an earlier one changes
 * otherwise is left for the next round, when it may have become another or none. `texts` are the files as they are now;
 * what is not in it cannot be changed.
 */
export const chooseFixes = (findings: readonly Finding[], texts: ReadonlyMap<string, string>): ChosenFixes => {
  const fixed: Finding[] = [];
  const left: LeftFix[] = [];
  const edits = new Map<string, Edit[]>();
  const lines = new Map([...texts].map(([file, text]) => [file, lineCount(text)]));
  for (const finding of findings) {
    const wanted = finding.fix?.edits ?? [];
    if (wanted.length === 0) continue;
    const because = obstacle(wanted, edits, lines);
    if (because !== null) {
      left.push({ finding, because });
      continue;
    }
    fixed.push(finding);
    for (const edit of wanted) edits.set(edit.file, [...(edits.get(edit.file) ?? []), edit]);
  }
  return { fixed, edits, left };
};

const obstacle = (
  wanted: readonly Edit[],
  taken: ReadonlyMap<string, readonly Edit[]>,
  lines: ReadonlyMap<string, number>,
): string | null => {
  for (const edit of wanted) {
    const count = lines.get(edit.file);
    if (count === undefined) return `${edit.file} cannot be written`;
    if (edit.endLine > count) return `${edit.file} has no line ${edit.endLine} any more`;
    if ([...wanted, ...(taken.get(edit.file) ?? [])].some((other) => collide(edit, other)))
      return `another repair changes line ${edit.startLine} of ${edit.file}`;
  }
  return null;
};
