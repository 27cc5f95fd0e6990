import { countAtMost } from "../core/count-at-most.ts";
import { once } from "../core/once.ts";
import { isObject, type Json, type Path } from "../kubernetes/manifest.ts";
import type { BaseCommit } from "../outside/repository.ts";
import { type CommentedFile, commentsIn, linesOfText, type SuppressionComment } from "../stack/suppression-comments.ts";
import { parseYaml } from "../text/parse-yaml.ts";
import type { YamlDocument } from "../text/yaml-file.ts";

/** The comments of a tree that may be somebody else's: those that count, and those that it only proposes. */
export interface SortedComments {
  readonly known: readonly SuppressionComment[];
  readonly proposed: readonly SuppressionComment[];
}

/**
 * A comment counts where the commit has it at the same place: above the same line below the same keys of the same
 * object. As many count as the commit has; of more, the first. A copy above another finding, the line below it
 * exchanged, or another alias of what it stands in proposes a suppression anew.
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

/** One number for equal texts, from 1: thousands of comments may stand above one line of a megabyte. */
type NumberOf = (text: string) => number;

const numbered = (): NumberOf => {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    return number;
  };
};

/**
 * What names the place of each comment although lines move: the object, the keys and lines around the line that it
 * covers, that line, and its own text.
 */
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
  const [keysAround, linesAbove] = [keysIn(numberOf), linesIn(lines, numberOf)];
  const placeOf = (line: number): string => {
    const index = Math.max(countAtMost(starts, line) - 1, 0);
    const document = isScript(file) ? undefined : documents[index];
    const { keys, since } = document === undefined ? { keys: 0, since: 0 } : keysAround(document, line);
    const own = numberOf(`line ${lines[line - 1]?.trim() ?? ""}`);
    return `${names[index] ?? -1} ${keys} ${linesAbove(line, since)} ${own}`;
  };
  const covered = once(placeOf);
  return comments.map(({ covers, text: comment }) => `${covered(covers)} ${numberOf(`comment ${comment}`)}`);
};

/** A shell script has no keys, whatever YAML makes of it. */
const isScript = ({ file }: CommentedFile): boolean => file.endsWith(".sh");

interface KeysAround {
  /** The number of the keys around a line. */
  readonly keys: number;
  /** The line, from 1, behind which the keys tell no more: within a text the line of its key, else the line itself. */
  readonly since: number;
}

/** By the nodes of a document, for blanks and braces can be set so that a line looks as if it stood elsewhere. */
const keysIn = (numberOf: NumberOf): ((document: YamlDocument, line: number) => KeysAround) => {
  const steps = once((container: object) => once((step: string | number) => numberOf(labelOf(container, step))));
  const pathNumber = (value: Json, path: Path): number => {
    let [here, number]: [Json | undefined, number] = [value, 0];
    for (const step of path) {
      const label = typeof here === "object" && here !== null ? steps(here)(step) : numberOf(`key ${step}`);
      number = numberOf(`${number} ${label}`);
      here = valueIn(here, step);
    }
    return number;
  };
  const aliasesOf = once((value: Json) =>
    once((paths: readonly Path[]) => numberOf(`aliases ${paths.map((path) => pathNumber(value, path)).join(" ")}`)),
  );
  return ({ value, around, locate }, line) => {
    const { path, sharedBy } = around(line);
    const keys = numberOf(`${pathNumber(value, path)} of ${aliasesOf(value)(sharedBy)}`);
    const held = path.reduce<Json | undefined>(valueIn, value);
    return { keys, since: typeof held === "string" ? Math.min(locate(path).line, line) : line };
  };
};

const valueIn = (container: Json | undefined, step: string | number): Json | undefined =>
  Array.isArray(container) ? container[Number(step)] : isObject(container) ? container[step] : undefined;

/** An item of a list is known by its name, for its number changes with the items before it. */
const labelOf = (container: object, step: string | number): string => {
  if (!Array.isArray(container)) return `key ${step}`;
  const item: Json = container[Number(step)] ?? null;
  const fields = isObject(item) ? Object.entries(item).filter(([, field]) => typeof field !== "object") : [];
  const name = nameFields.map((field) => fields.find(([key]) => key === field)).find((found) => found !== undefined);
  return `item ${JSON.stringify(name ?? fields[0] ?? null)}`;
};

const nameFields = ["alert", "record", "name"];

/**
 * The number of the lines of lesser indentation above a line, behind the line `since`; 0 where there are none. In a
 * script, and in a text within YAML, they are what keys are elsewhere. A dash is deeper than the key of its list.
 */
const linesIn = (lines: readonly string[], numberOf: NumberOf): ((line: number, since: number) => number) => {
  let above: readonly number[] | undefined;
  const numbers = new Map<number, number>();
  return (line, since) => {
    above ??= linesAbove(lines);
    const way: number[] = [];
    let at = above[line - 1] ?? -1;
    for (; at >= since && !numbers.has(at); at = above[at] ?? -1) way.push(at);
    let number = at >= since ? (numbers.get(at) ?? 0) : 0;
    for (const index of way.toReversed()) {
      number = numberOf(`${number} below ${lines[index]?.trim() ?? ""}`);
      numbers.set(index, number);
    }
    return number;
  };
};

/** Of each line the index of the line that it stands below; -1 where it stands below none. */
const linesAbove = (lines: readonly string[]): readonly number[] => {
  const open: { readonly index: number; readonly depth: number }[] = [];
  return lines.map((line, index) => {
    const text = line.trimStart();
    if (text === "" || text.startsWith("#")) return open.at(-1)?.index ?? -1;
    const depth = 2 * (line.length - text.length) + (/^-(?:\s|$)/.test(text) ? 1 : 0);
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const above = open.at(-1)?.index ?? -1;
    open.push({ index, depth });
    return above;
  });
};

const nameOf = (value: Json): string | null => {
  const { kind, metadata } = isObject(value) ? value : {};
  const { namespace, name } = isObject(metadata) ? metadata : {};
  if (typeof kind !== "string" || typeof name !== "string") return null;
  return `object ${JSON.stringify([kind, typeof namespace === "string" ? namespace : null, name])}`;
};
