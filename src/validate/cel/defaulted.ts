import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { schemaOfField } from "./rule-places.ts";

/**
 * A value of a custom resource as the API server judges it: with the defaults of its schema, and without nulls where
 * the field may not be null. A default that is an object is filled in with its own schema's defaults likewise.
 * https://github.com/kubernetes/apiextensions-apiserver/blob/v0.35.4/pkg/apiserver/schema/defaulting/algorithm.go
 */
export const defaulted = (schema: Json | undefined, value: Json): Json => {
  if (!isObject(schema)) return value;
  if (Array.isArray(value)) return value.map((element: Json) => filled(schema["items"], element) ?? null);
  return isObject(value) ? withDefaults(schema, value) : value;
};

const withDefaults = (schema: JsonObject, value: JsonObject): JsonObject => {
  const made: Record<string, Json> = {};
  for (const [name, inner] of Object.entries(value)) {
    const kept = inner === undefined ? undefined : filled(schemaOfField(schema, name), inner);
    if (kept !== undefined) made[name] = kept;
  }
  const { properties } = schema;
  if (isObject(properties))
    for (const [name, property] of Object.entries(properties)) {
      const fallback = defaultOf(property);
      if (!Object.hasOwn(made, name) && fallback !== undefined) made[name] = defaulted(property, fallback);
    }
  return made;
};

/** Undefined: what is null and may not be is left out, or gives way to the default. */
const filled = (schema: Json | undefined, value: Json): Json | undefined => {
  if (value !== null || !isObject(schema) || isNullable(schema)) return defaulted(schema, value);
  const fallback = defaultOf(schema);
  return fallback === undefined ? undefined : defaulted(schema, fallback);
};

const defaultOf = (schema: Json | undefined): Json | undefined =>
  isObject(schema) ? (schema["default"] ?? undefined) : undefined;

const isNullable = (schema: JsonObject): boolean => {
  const types = [schema["type"]].flat();
  return schema["nullable"] === true || types.includes("null") || types[0] === undefined;
};
