import type { Labels } from "./labels.ts";
import { isObject, type Json, type JsonObject, type Path, valueAt } from "./manifest.ts";

/** The mappings of the list at `path`; none where there is no list. */
export const objectsAt = (value: Json | undefined, path: Path): readonly JsonObject[] =>
  listAt(value, path).filter(isObject);

/** The texts of the list at `path`; numbers and booleans as text. */
export const textsAt = (value: Json | undefined, path: Path): readonly string[] => listAt(value, path).map(String);

/** The text at `path`; null where there is none, or an empty one. */
export const textAt = (value: Json | undefined, path: Path): string | null => {
  const found = valueAt(value, path);
  return typeof found === "string" && found !== "" ? found : null;
};

/** The mapping of texts at `path`; empty where there is none. */
export const labelsAt = (value: Json | undefined, path: Path): Labels => {
  const found = valueAt(value, path);
  return isObject(found) ? Object.fromEntries(Object.entries(found).map(([key, inner]) => [key, String(inner)])) : {};
};

const listAt = (value: Json | undefined, path: Path): readonly Json[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
};
