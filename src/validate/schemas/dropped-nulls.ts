import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";

/**
 * A custom resource as the API server judges it: a field that is null and may not be is as if it were left out, so that
 * only one that is required is refused. Elements of lists stay. The same value where nothing is dropped.
 * https://github.com/kubernetes/apiextensions-apiserver/blob/v0.35.4/pkg/apiserver/schema/defaulting/algorithm.go
 */
export const withoutDroppedNulls = (schema: JsonObject, body: JsonObject): JsonObject =>
  holdsNull(body) ? inObject(schema, body) : body;

const holdsNull = (value: Json | undefined): boolean => {
  if (Array.isArray(value)) return value.some(holdsNull);
  return isObject(value) ? Object.values(value).some(holdsNull) : value === null;
};

const inObject = (schema: JsonObject, value: JsonObject): JsonObject => {
  let dropped = false;
  const made = Object.entries(value).flatMap(([name, inner]): readonly (readonly [string, Json | undefined])[] => {
    const field = fieldOf(schema, name);
    const left = inner === null && refusesNull(field) ? undefined : kept(field, inner);
    dropped ||= left !== inner;
    return left === undefined ? [] : [[name, left]];
  });
  return dropped ? Object.fromEntries(made) : value;
};

const kept = (schema: Json | undefined, value: Json | undefined): Json | undefined => {
  if (!isObject(schema)) return value;
  if (!Array.isArray(value)) return isObject(value) ? inObject(schema, value) : value;
  const made = value.map((element: Json) => kept(schema["items"], element) ?? null);
  return made.every((element, index) => element === value[index]) ? value : made;
};

const fieldOf = ({ properties, additionalProperties }: JsonObject, name: string): Json | undefined =>
  isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties;

const refusesNull = (schema: Json | undefined): boolean => {
  if (!isObject(schema) || schema["type"] === undefined) return false;
  return ![schema["type"]].flat().includes("null");
};
