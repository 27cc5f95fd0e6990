import type { Path } from "./manifest.ts";

/** The path as an RFC 6901 pointer; empty for the whole. */
export const toPointer = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** Whether the pointer leads to `place`, or to something in it. */
export const isAtOrBelow = (pointer: string, place: string): boolean =>
  pointer === place || pointer.startsWith(`${place}/`);

/** The path of an RFC 6901 pointer; indices stay text, as a pointer does not tell them from keys. */
export const fromPointer = (pointer: string): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
