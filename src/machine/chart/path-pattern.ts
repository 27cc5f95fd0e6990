/** A pattern as Go's `filepath.Match` takes it: `*`, `?` and `[a-z]` stay within a part of the path. */
export type PathPattern = (path: string) => boolean;

/** What one character of a path must be. */
type Item = (character: string) => boolean;

interface Chunk {
  /** After a `*`: anywhere in the part of the path that follows. */
  readonly star: boolean;
  readonly items: readonly Item[];
}

/**
 * Reads a pattern; null where Go calls it malformed. Its time grows with pattern times path, as Go's does: a regular
 * expression would go back and forth.
 */
export const readPathPattern = (pattern: string): PathPattern | null => {
  // What stands before and behind all that is special is told at once: a chart has some hundred files, and its
  // .helmignore some dozen rules.
  const [begin = "", ...others] = pattern.split(special);
  if (others.length === 0) return (path) => path === pattern;
  const end = others.at(-1) ?? "";
  const chunks = readChunks([...pattern]);
  if (chunks === null) return null;
  return (path) => path.startsWith(begin) && path.endsWith(end) && matchChunks(chunks, [...path]);
};

const special = /[*?[\]\\]/;

const readChunks = (pattern: readonly string[]): readonly Chunk[] | null => {
  const chunks: Chunk[] = [];
  let items: Item[] = [];
  let star = false;
  const end = (): void => {
    if (star || items.length > 0) chunks.push({ star, items });
    items = [];
  };
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === "*") {
      if (!star || items.length > 0) end();
      star = true;
    } else if (character === "?") items.push((one) => one !== "/");
    else if (character === "[") {
      const read = readClass(pattern, at + 1);
      if (read === null) return null;
      items.push(read.item);
      at = read.end;
    } else if (character === "\\") {
      at += 1;
      const escaped = pattern[at];
      if (escaped === undefined) return null;
      items.push((one) => one === escaped);
    } else items.push((one) => one === character);
  }
  end();
  return chunks;
};

/** `[^a-z]` from behind its bracket; `end` is the place of the closing one. */
const readClass = (pattern: readonly string[], start: number): { readonly item: Item; readonly end: number } | null => {
  const negated = pattern[start] === "^";
  const ranges: (readonly [string, string])[] = [];
  let at = negated ? start + 1 : start;
  const next = (): string | null => {
    if (pattern[at] === "-" || pattern[at] === "]") return null;
    if (pattern[at] === "\\") at += 1;
    return pattern[at++] ?? null;
  };
  while (pattern[at] !== "]" || ranges.length === 0) {
    const low = next();
    if (low === null) return null;
    let high: string | null = low;
    if (pattern[at] === "-") {
      at += 1;
      high = next();
    }
    if (high === null) return null;
    ranges.push([low, high]);
  }
  const code = (text: string): number => text.codePointAt(0) ?? 0;
  const holds: Item = (one) => ranges.some(([low, high]) => code(low) <= code(one) && code(one) <= code(high));
  return { item: negated ? (one) => !holds(one) : holds, end: at };
};

const matchChunks = (chunks: readonly Chunk[], path: readonly string[]): boolean => {
  let at = 0;
  for (const [index, { star, items }] of chunks.entries()) {
    const isLast = index === chunks.length - 1;
    if (star && items.length === 0) return !path.includes("/", at);
    // After a star the first place will do, but for the last chunk, which must end where the path does.
    for (; !fits(items, path, at) || (isLast && at + items.length !== path.length); at++)
      if (!star || path[at] === "/" || at >= path.length) return false;
    at += items.length;
  }
  return at === path.length;
};

const fits = (items: readonly Item[], path: readonly string[], at: number): boolean =>
  at + items.length <= path.length && items.every((item, index) => item(path[at + index] ?? ""));
