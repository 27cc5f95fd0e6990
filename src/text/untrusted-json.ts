import type { Json } from "../kubernetes/manifest.ts";

/** What is read at most of JSON that anybody may have written: bytes, and levels of lists and mappings. */
export interface JsonLimits {
  readonly mostBytes: number;
  readonly maxDepth: number;
}

/** The text and its value, or why it is none: a clause that quotes nothing of it. */
export type UntrustedJson =
  | { readonly ok: true; readonly text: string; readonly value: Json }
  | { readonly ok: false; readonly problem: string };

/** Reads JSON as what anybody may have written: within limits, and in UTF-8. It never throws. */
export const readUntrustedJson = (bytes: Uint8Array, { mostBytes, maxDepth }: JsonLimits): UntrustedJson => {
  if (bytes.length > mostBytes) return no(tooManyBytes(bytes.length, mostBytes));
  if (isDeep(bytes, maxDepth)) return no(`it is nested more than ${maxDepth} levels deep`);
  const text = textOf(bytes);
  if (text === null) return no("it is not UTF-8");
  try {
    return { ok: true, text, value: JSON.parse(text) as Json };
  } catch {
    return no("it is not JSON");
  }
};

/** The clause about a file that is larger than what is read. */
export const tooManyBytes = (bytes: number, most: number): string =>
  `it has ${bytes} bytes, and at most ${most} are read`;

const no = (problem: string): UntrustedJson => ({ ok: false, problem });

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

const [quote, backslash] = ['"', "\\"].map((character) => character.charCodeAt(0));
const opening = new Set(["{", "["].map((character) => character.charCodeAt(0)));
const closing = new Set(["}", "]"].map((character) => character.charCodeAt(0)));

/** Counted before anything is made of it, byte by byte: in UTF-8 none of these is part of another character. */
const isDeep = (bytes: Uint8Array, maxDepth: number): boolean => {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (inText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (opening.has(byte)) depth += 1;
    else if (closing.has(byte)) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
};
