import { isObject, type Json, type JsonObject } from "../kubernetes/manifest.ts";

/** The objects of `kubectl … -o json`: nothing for none, the object itself for one, a List for more. */
export const objectsOf = (stdout: string): readonly JsonObject[] => {
  if (stdout.trim() === "") return [];
  const value = JSON.parse(stdout) as Json;
  if (!isObject(value)) return [];
  const { items } = value;
  return value["kind"] === "List" && Array.isArray(items) ? items.filter((item) => isObject(item)) : [value];
};
