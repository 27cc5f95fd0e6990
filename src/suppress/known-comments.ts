import { isObject } from "../manifest.ts";
import type { BaseCommit } from "../outside/base-commit.ts";
import { parseYaml } from "../stack/parse-yaml.ts";
import { type CommentedFile, commentsIn, linesOf, type SuppressionComment } from "./comments.ts";

/** The comments of a tree that may be somebody else's: those that count, and those that it only proposes. */
export interface SortedComments {
  readonly known: readonly SuppressionComment[];
  readonly proposed: readonly SuppressionComment[];
}

/**
 * A comment counts where the commit has it at the same place: above the same line of the same object. As many count as the commit has; of more, the first. A copy above
 * another finding, or the line below it exchanged, proposes a suppression anew.
 */
export const sortComments = async (base: BaseCommit, files: readonly CommentedFile[]): Promise<SortedComments> => {
  const commented = files.flatMap((file) => {
    const comments = commentsIn(file);
    return comments.length === 0 ? [] : [{ file, comments }];
  });
  const before = await base.read(commented.map(({ file }) => file.file));
  const known: SuppressionComment[] = [];
  const proposed: SuppressionComment[] = [];
  for (const { file, comments } of commented) {
    const left = countsIn({ file: file.file, text: before.get(file.file) ?? "" });
    const placeOf = left.size === 0 ? () => "" : placesIn(file);
    for (const comment of comments) {
      const place = placeOf(comment);
      const count = left.get(place) ?? 0;
      if (count > 0) left.set(place, count - 1);
      (count > 0 ? known : proposed).push(comment);
    }
  }
  return { known, proposed };
};

/** How many comments the file has at each place. */
const countsIn = (file: CommentedFile): Map<string, number> => {
  const counts = new Map<string, number>();
  const comments = commentsIn(file);
  if (comments.length === 0) return counts;
  const placeOf = placesIn(file);
  for (const comment of comments) {
    const place = placeOf(comment);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
};

/** What names the place of a comment although lines move. */
const placesIn = (file: CommentedFile): ((comment: SuppressionComment) => string) => {
  const { text, documents } = parseYaml(file.text, file.file);
  const lines = linesOf(text);
  const starts = documents.map((document) => document.locate([]).line);
  const names = documents.map(({ value }, index) => {
    const { kind, metadata } = isObject(value) ? value : {};
    const { namespace, name } = isObject(metadata) ? metadata : {};
    return typeof kind === "string" && typeof name === "string" ? [kind, namespace ?? null, name] : [index];
  });
  return ({ covers, text: comment }) => {
    const at = lastAtMost(starts, covers);
    return JSON.stringify([names[at] ?? [at], lines[covers - 1]?.trim() ?? "", comment]);
  };
};

/** Index of the last number of an ascending list that is not above the limit; 0 where there is none. */
const lastAtMost = (numbers: readonly number[], limit: number): number => {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, 0);
};
