import type { ResourceRef } from "../core/finding.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../kubernetes/manifest.ts";

/** The objects of `kubectl … -o json`: nothing for none, the object itself for one, a List for more. */
export const objectsOf = (stdout: string): readonly JsonObject[] => {
  if (stdout.trim() === "") return [];
  const value = JSON.parse(stdout) as Json;
  if (!isObject(value)) return [];
  const { items } = value;
  return value["kind"] === "List" && Array.isArray(items) ? items.filter((item) => isObject(item)) : [value];
};

/** The text at a path, or an empty one. */
export const textAt = (value: Json | undefined, ...path: readonly (string | number)[]): string => {
  const found = valueAt(value, path);
  return typeof found === "string" ? found : "";
};

/** The number at a path, or 0: the API leaves zeros out. */
export const numberAt = (value: Json | undefined, ...path: readonly (string | number)[]): number => {
  const found = valueAt(value, path);
  return typeof found === "number" ? found : 0;
};

/** The objects in the list at a path. */
export const listAt = (value: Json | undefined, ...path: readonly (string | number)[]): readonly JsonObject[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found.filter((item) => isObject(item)) : [];
};

export const refOf = (object: JsonObject): ResourceRef => ({
  apiVersion: textAt(object, "apiVersion"),
  kind: textAt(object, "kind"),
  namespace: textAt(object, "metadata", "namespace") || null,
  name: textAt(object, "metadata", "name"),
});

export const sameRef = (a: ResourceRef, b: ResourceRef): boolean =>
  a.kind === b.kind && a.name === b.name && a.namespace === b.namespace && a.apiVersion === b.apiVersion;
