import { jsonWord } from "./json-word.ts";
import type { Labels } from "./labels.ts";
import { isObject, type Json, type JsonObject, type Path, valueAt } from "./manifest.ts";

/** The mapping at `path`; an empty one where there is none. */
export const objectAt = (value: Json | undefined, path: Path): JsonObject => {
  const found = valueAt(value, path);
  return isObject(found) ? found : {};
};

/** The mappings of the list at `path`; none where there is no list. */
export const objectsAt = (value: Json | undefined, path: Path): readonly JsonObject[] =>
  listOf(valueAt(value, path)).filter(isObject);

/** The texts of the list at `path`; numbers and booleans as text. */
export const textsAt = (value: Json | undefined, path: Path): readonly string[] =>
  listOf(valueAt(value, path)).map(String);

/** The text at `path`; null where there is none, or an empty one. */
export const textAt = (value: Json | undefined, path: Path): string | null => textOrEmpty(value, path) || null;

/** The same, where nothing is as good as an empty text. */
export const textOrEmpty = (value: Json | undefined, path: Path): string => {
  const found = valueAt(value, path);
  return typeof found === "string" ? found : "";
};

/** The number at `path`; 0 where there is none, for the API leaves zeros out. */
export const numberAt = (value: Json | undefined, path: Path): number => {
  const found = valueAt(value, path);
  return typeof found === "number" ? found : 0;
};

/** The mapping of texts at `path`; empty where there is none. */
export const labelsAt = (value: Json | undefined, path: Path): Labels =>
  Object.fromEntries(Object.entries(objectAt(value, path)).map(([key, inner]) => [key, jsonWord(inner)]));

/** The items of a list; none of anything else. */
export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
