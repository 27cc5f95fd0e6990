import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";

/** Longer lists keep one schema for all their elements: a schema for each would cost more than it saves. */
const longList = 20;

/** Of a longer list ajv compares each element with each; kubeconform says of it what it says. */
const longSet = 1000;

/** Exclusive bounds are true or false in draft 4, numbers in draft 7. */
const bounds = (schema: Record<string, Json>): void => {
  for (const [bound, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof schema[exclusive] !== "boolean") continue;
    const limit = schema[exclusive] ? schema[bound] : undefined;
    delete schema[exclusive];
    if (limit === undefined) continue;
    schema[exclusive] = limit;
    delete schema[bound];
  }
};

/** Fields that the object does not have keep their names, for suggestions, and lose their schemas. */
const narrowProperties = (properties: JsonObject, value: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      value[name] === undefined ? {} : narrow(schema, value[name]),
    ]),
  );

const converted = (value: Json | undefined): Json => {
  if (Array.isArray(value)) return value.map(converted);
  return isObject(value) ? narrow(value, undefined) : (value ?? null);
};

/**
 * A schema of draft 4 (OpenAPI's and kubeconform's) as ajv reads it (draft 7), narrowed to what concerns one value: ajv
 * compiles what it is given, and the whole schema of a Prometheus takes it half a second.
 */
export const narrow = (schema: Json | undefined, value: Json | undefined): Json => {
  if (!isObject(schema)) return converted(schema);
  const made: Record<string, Json> = {};
  for (const [keyword, inner] of Object.entries(schema)) {
    if (keyword === "$schema" || keyword === "id") continue;
    if (keyword === "uniqueItems" && !(Array.isArray(value) && value.length <= longSet)) continue;
    if (keyword === "enum" || keyword === "required") made[keyword] = inner ?? null;
    else if (keyword === "properties" && isObject(inner) && isObject(value))
      made[keyword] = narrowProperties(inner, value);
    else if (keyword === "properties" && isObject(inner))
      made[keyword] = Object.fromEntries(Object.entries(inner).map(([name, property]) => [name, converted(property)]));
    else if (keyword === "items" && isObject(inner) && Array.isArray(value) && value.length <= longList)
      made[keyword] = value.length === 0 ? {} : value.map((element) => narrow(inner, element));
    else made[keyword] = converted(inner);
  }
  bounds(made);
  return made;
};
