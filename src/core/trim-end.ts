/**
 * A text without these characters at its end. `/x+$/` takes time in the square of a run of them that stands elsewhere.
 */
export const trimEnd = (text: string, characters: string): string => {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** A path without slashes at its end; the root stays. */
export const withoutEndSlash = (path: string): string => trimEnd(path, "/") || path.slice(0, 1);
