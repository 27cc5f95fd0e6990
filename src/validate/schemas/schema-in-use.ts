import { once } from "../../core/once.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { references } from "./read-schema.ts";

/**
 * A schema of draft 4 without what none of these values has: kubeconform compiles all that it gets, which takes four
 * times as long as judging the real chart's objects. A property is left out only where others than the named ones are
 * refused: so what is valid by the result is valid by the whole, even where kubeconform finds a property in a text that
 * we read otherwise. What is invalid by it need not be.
 */
export const schemaInUse = (schema: JsonObject, values: readonly Json[]): JsonObject =>
  hasReference(schema) ? schema : partInUse(schema, values);

/** A reference may lead to what is left out. */
const hasReference = once((schema: JsonObject): boolean => refers(schema));

const refers = (schema: Json): boolean => {
  if (Array.isArray(schema)) return schema.some(refers);
  if (!isObject(schema)) return false;
  return Object.keys(schema).some((keyword) => references.has(keyword) || refers(schema[keyword] ?? null));
};

const partInUse = (schema: JsonObject, values: readonly Json[]): JsonObject =>
  mapped(schema, (keyword, inner) => {
    if (!isObject(inner)) return inner;
    if (keyword === "items") return partInUse(inner, values.filter(Array.isArray).flat());
    const objects = values.filter(isObject);
    if (keyword === "additionalProperties") return partInUse(inner, objects.flatMap(Object.values));
    return keyword === "properties" && isClosed(schema) ? propertiesInUse(inner, objects) : inner;
  });

const isClosed = (schema: JsonObject): boolean =>
  schema["additionalProperties"] === false && schema["patternProperties"] === undefined;

const propertiesInUse = (properties: JsonObject, objects: readonly JsonObject[]): JsonObject =>
  mapped(properties, (name, inner) => {
    const values = objects.flatMap((one) => (Object.hasOwn(one, name) ? [one[name] ?? null] : []));
    if (values.length === 0) return undefined;
    return isObject(inner) ? partInUse(inner, values) : inner;
  });

/** With other values; without what is undefined. */
const mapped = (of: JsonObject, change: (name: string, value: Json | undefined) => Json | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(of).flatMap(([name, value]) => {
      const changed = change(name, value);
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
