import { isObject, type Json } from "../kubernetes/manifest.ts";
import type { BaseCommit } from "../outside/repository.ts";
import { type CommentedFile, commentsIn, linesOfText, type SuppressionComment } from "../stack/suppression-comments.ts";
import { parseYaml } from "../text/parse-yaml.ts";

/** The comments of a tree that may be somebody else's: those that count, and those that it only proposes. */
export interface SortedComments {
  readonly known: readonly SuppressionComment[];
  readonly proposed: readonly SuppressionComment[];
}

/**
 * A comment counts where the commit has it at the same place: above the same line of the same object. As many
 * count as the commit has; of more, the first. A copy above another finding, or the line below it exchanged,
 * proposes a suppression anew.
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
    const numberOf = numbered();
    const old = { file: file.file, text: before.get(file.file) ?? "" };
    const left = new Map<string, number>();
    for (const place of placesOf(commentsIn(old), old, numberOf)) left.set(place, (left.get(place) ?? 0) + 1);
    const places = left.size === 0 ? [] : placesOf(comments, file, numberOf);
    for (const [index, comment] of comments.entries()) {
      const place = places[index] ?? "";
      const count = left.get(place) ?? 0;
      if (count > 0) left.set(place, count - 1);
      (count > 0 ? known : proposed).push(comment);
    }
  }
  return { known, proposed };
};

/** One number for equal texts: thousands of comments may stand above one line of a megabyte. */
type NumberOf = (text: string) => number;

const numbered = (): NumberOf => {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
};

/** What names the place of each comment although lines move: the object, the line that it covers, and its own text. */
const placesOf = (
  comments: readonly SuppressionComment[],
  file: CommentedFile,
  numberOf: NumberOf,
): readonly string[] => {
  if (comments.length === 0) return [];
  const { text, documents } = parseYaml(file.text, file.file);
  const lines = linesOfText(text);
  const starts = documents.map((document) => document.locate([]).line);
  const names = documents.map(({ value }, index) => numberOf(nameOf(value) ?? `document ${index}`));
  const covered = new Map<number, number>();
  return comments.map(({ covers, text: comment }) => {
    const line = covered.get(covers) ?? numberOf(`line ${lines[covers - 1]?.trim() ?? ""}`);
    covered.set(covers, line);
    return `${names[lastAtMost(starts, covers)] ?? -1} ${line} ${numberOf(`comment ${comment}`)}`;
  });
};

const nameOf = (value: Json): string | null => {
  const { kind, metadata } = isObject(value) ? value : {};
  const { namespace, name } = isObject(metadata) ? metadata : {};
  if (typeof kind !== "string" || typeof name !== "string") return null;
  return `object ${JSON.stringify([kind, typeof namespace === "string" ? namespace : null, name])}`;
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
