import { isObject, type Json, type JsonObject, valueAt } from "../kubernetes/manifest.ts";

/** Reading of untyped objects: what is not there, or of another type, is empty. */
export const textAt = (value: Json | undefined, ...path: (string | number)[]): string => {
  const found = valueAt(value, path);
  return typeof found === "string" ? found : "";
};

/** The mapping at the path, empty where there is none. */
export const mapAt = (value: Json | undefined, ...path: (string | number)[]): JsonObject => {
  const found = valueAt(value, path);
  return isObject(found) ? found : {};
};

/** The mappings in the list at the path. */
export const mapsAt = (value: Json | undefined, ...path: (string | number)[]): readonly JsonObject[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found.filter(isObject) : [];
};

/** The texts in the list at the path. */
export const textsAt = (value: Json | undefined, ...path: (string | number)[]): readonly string[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found.filter((item) => typeof item === "string") : [];
};

/** Namespace of an object, `fallback` where it names none. */
export const namespaceOf = (body: JsonObject, fallback: string): string =>
  textAt(body, "metadata", "namespace") || fallback;

/** `Kind namespace/name`. */
export const nameOf = (body: JsonObject): string => {
  const namespace = textAt(body, "metadata", "namespace");
  return `${textAt(body, "kind")} ${namespace === "" ? "" : `${namespace}/`}${textAt(body, "metadata", "name")}`;
};
