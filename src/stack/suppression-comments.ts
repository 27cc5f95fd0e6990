import type { Location } from "../core/finding.ts";
import type { Stack } from "./stack.ts";

/** A comment `# prometheus-stack: ignore <check>, … -- <reason>`. */
export interface SuppressionComment {
  readonly at: Location;
  readonly checks: readonly string[];
  /** Empty where none is given: then it has no effect. */
  readonly reason: string;
  /** The line whose findings it is about: its own, or the next that is no comment where it stands alone. */
  readonly covers: number;
  /** The comment as it stands. */
  readonly text: string;
}

/** A file that may hold comments. */
export interface CommentedFile {
  readonly file: string;
  readonly text: string;
}

/** The tree's YAML, its values files and install.sh. JSON has no comments. */
export const commentedFiles = (stack: Stack): readonly CommentedFile[] => {
  const script = stack.install === null ? [] : [{ file: stack.install.file, text: stack.install.text ?? "" }];
  const files = [...stack.files, ...stack.valueFiles, ...script];
  const byName = new Map(files.map(({ file, text }) => [file, text]));
  return [...byName].flatMap(([file, text]) => (file.endsWith(".json") ? [] : [{ file, text }]));
};

/** Every suppression in the tree, in the order of the files. */
export const suppressionComments = (stack: Stack): readonly SuppressionComment[] =>
  commentedFiles(stack).flatMap(commentsIn);

const mark = "prometheus-stack:";

/** The suppressions of one file, in the order of its lines; in time that grows as the text does. */
export const commentsIn = ({ file, text }: CommentedFile): readonly SuppressionComment[] => {
  if (!text.includes(mark)) return [];
  const lines = linesOfText(text);
  const next = nextLines(lines);
  return lines.flatMap((line, index) => {
    const column = columnOf(line);
    if (column === null) return [];
    const comment = line.slice(column).trimEnd();
    return [
      {
        at: { file, line: index + 1, column: column + 1 },
        ...partsOf(comment.slice(1).trimStart().slice(mark.length).trimStart().slice("ignore".length).trimStart()),
        covers: (isComment(line) ? (next[index] ?? index) : index) + 1,
        text: comment,
      },
    ];
  });
};

/** The lines of a text, as the line numbers of findings count them. */
export const linesOfText = (text: string): readonly string[] => text.split(/\r?\n/);

/**
 * Where in the line the `#` of a suppression stands, from 0. No regular expression: it would go over the spaces before
 * each `#` again and again.
 */
const columnOf = (line: string): number | null => {
  for (let at = line.indexOf(mark); at !== -1; at = line.indexOf(mark, at + mark.length)) {
    const before = line.slice(0, at).trimEnd();
    const hash = before.length - 1;
    const isAlone = before.endsWith("#") && (hash === 0 || /\s/.test(before.charAt(hash - 1)));
    if (isAlone && /^\s*ignore\b/.test(line.slice(at + mark.length))) return hash;
  }
  return null;
};

const isComment = (line: string): boolean => line.trimStart().startsWith("#");

/** Of every line the next that is neither empty nor a comment; of the last ones, themselves. */
const nextLines = (lines: readonly string[]): readonly number[] => {
  const next = lines.map((_, index) => index);
  let following: number | null = null;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    next[index] = following ?? index;
    const line = lines[index] ?? "";
    if (line.trim() !== "" && !isComment(line)) following = index;
  }
  return next;
};

/** The names, separated by commas, and the reason after `--`. */
const partsOf = (text: string): Pick<SuppressionComment, "checks" | "reason"> => {
  const checks = new Set<string>();
  let end = 0;
  for (let at: number | null = 0; at !== null; ) {
    const name = take(/[a-z][a-z0-9-]*/y, text, at);
    if (name === null) break;
    checks.add(name);
    end = at + name.length;
    const comma = take(/\s*,\s*/y, text, end);
    at = comma === null ? null : end + comma.length;
  }
  const dashes = take(/\s*--\s*/y, text, end);
  return { checks: [...checks], reason: dashes === null ? "" : text.slice(end + dashes.length) };
};

/** What the expression, which is sticky, finds at just this place. */
const take = (expression: RegExp, text: string, at: number): string | null => {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? null;
};
