import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import type { SchemaError } from "./explain.ts";

/**
 * Says that a list is a map: of no two of its elements may these fields be alike.
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
export const listMapKeys = "x-kubernetes-list-map-keys";

/**
 * What the API server refuses of a custom resource and JSON schema cannot say: elements of a list whose keys are alike.
 */
export const listMapDuplicates = (schema: Json | undefined, value: Json | undefined): readonly SchemaError[] => [
  ...within(schema, value, []),
];

function* within(schema: Json | undefined, value: Json | undefined, path: Path): Generator<SchemaError> {
  if (!isObject(schema)) return;
  if (Array.isArray(value)) {
    yield* alike(schema, value, path);
    for (const [index, element] of value.entries()) yield* within(schema["items"], element, [...path, index]);
  } else if (isObject(value)) {
    const { properties, additionalProperties } = schema;
    for (const [name, inner] of Object.entries(value))
      yield* within((isObject(properties) ? properties[name] : undefined) ?? additionalProperties, inner, [
        ...path,
        name,
      ]);
  }
}

function* alike(schema: JsonObject, list: readonly Json[], path: Path): Generator<SchemaError> {
  const keys = schema[listMapKeys];
  if (!Array.isArray(keys)) return;
  const seen = new Map<string, number>();
  for (const [index, element] of list.entries()) {
    if (!isObject(element)) continue;
    const named = keys.map(String).map((key) => [key, element[key] ?? defaultOf(schema, key)] as const);
    const text = JSON.stringify(named);
    const first = seen.get(text);
    seen.set(text, first ?? index);
    if (first === undefined) continue;
    const words = named.map(([key, value]) => `${key}: ${JSON.stringify(value ?? null)}`).join(", ");
    yield {
      path: [...path, index],
      message: `has the same ${words} as element ${first}, and the API server takes each once`,
    };
  }
}

/** The API server fills in defaults before it judges. */
const defaultOf = ({ items }: JsonObject, key: string): Json | undefined => {
  const properties = isObject(items) ? items["properties"] : undefined;
  const property = isObject(properties) ? properties[key] : undefined;
  return isObject(property) ? property["default"] : undefined;
};
