import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { sameJson } from "../../kubernetes/same-json.ts";

/** The JSON merge patch (RFC 7386) that makes one object of another; empty where they are the same. */
export const mergePatchBetween = (from: JsonObject, to: JsonObject): JsonObject => {
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  const changed = Object.entries(to).flatMap(([key, value = null]): [string, Json][] => {
    const before = Object.hasOwn(from, key) ? from[key] : undefined;
    if (sameJson(before, value)) return [];
    return [[key, isObject(before) && isObject(value) ? mergePatchBetween(before, value) : value]];
  });
  return Object.fromEntries([...gone.map((key): [string, Json] => [key, null]), ...changed]);
};

/** What a JSON merge patch makes of a value. */
export const withMergePatch = (value: Json | undefined, patch: Json): Json => {
  if (!isObject(patch)) return patch;
  const merged: Record<string, Json | undefined> = isObject(value) ? { ...value } : {};
  for (const [key, inner = null] of Object.entries(patch))
    if (inner === null) delete merged[key];
    else merged[key] = withMergePatch(merged[key], inner);
  return merged;
};
