import type { Json, JsonObject, Path } from "../../kubernetes/manifest.ts";

/** A text of a configuration that kustomize is to get instead of the one that stands there. */
export interface JsonEdit {
  readonly path: Path;
  readonly text: string;
}

/**
 * A value as JSON that every YAML parser of kustomize reads as this value: what some of them take for a line break, or
 * refuse, is escaped; what JSON escapes as a pair of surrogates (they refuse that) stands as it is.
 */
export const kustomizeJson = (value: Json, edits: readonly JsonEdit[] = []): string => {
  const text = JSON.stringify(value);
  const edited = edits.length === 0 ? text : JSON.stringify(withEdits(JSON.parse(text), edits));
  return edited.replaceAll(/[\u007f-\ud7ff\ue000-\uffff]/g, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return `\\u${code.padStart(4, "0")}`;
  });
};

/** `value` is our own copy: aliases of the original share their values. */
const withEdits = (value: Json, edits: readonly JsonEdit[]): Json => {
  const holder: { [key: string]: Json } = { value };
  for (const { path, text } of edits) {
    const keys = ["value", ...path];
    const last = keys.pop();
    let here: Json | undefined = holder;
    for (const key of keys) here = (here as JsonObject | undefined)?.[key];
    if (typeof here === "object" && here !== null && last !== undefined)
      (here as { [key: string]: Json })[String(last)] = text;
  }
  return holder["value"] ?? null;
};

/**
 * What a configuration may hold with its aliases expanded, a value counted as 64 characters: fifty
 * times the largest real one.
 */
const maxCharacters = 16 * 1024 * 1024;
const perValue = 64;
/** Levels; kustomize's own parsers stop at 10,000, and no field of its own lies deeper than 5. */
const maxDepth = 500;

/**
 * What is wrong with a value that would take too much to write down; null where nothing is. It
 * looks no further than that.
 */
export const tooMuchToWrite = (value: Json): string | null => {
  const open: (readonly [Json | undefined, number])[] = [[value, 0]];
  let left = maxCharacters;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [here, depth] = next;
    left -= perValue + (typeof here === "string" ? here.length : 0);
    if (left < 0) return "With its aliases expanded it is too large to be built";
    if (typeof here !== "object" || here === null) continue;
    if (depth === maxDepth) return "It is nested too deeply to be built";
    const inner = Object.entries(here as JsonObject);
    // The values of a list that is too long by itself are not even put in line.
    if (inner.length * perValue > left) return "With its aliases expanded it is too large to be built";
    for (const [key, one] of inner) {
      left -= Array.isArray(here) ? 0 : key.length;
      open.push([one, depth + 1]);
    }
  }
  return null;
};
