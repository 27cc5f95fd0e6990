import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";

/** Maps of quantities, and quantities, wherever Kubernetes' own kinds have them. */
const quantityMaps: ReadonlySet<string> = new Set(["limits", "requests", "hard"]);
const quantities: ReadonlySet<string> = new Set(["sizeLimit", "divisor"]);

/**
 * A schema whose quantities may be numbers too (`nvidia.com/gpu: 1`), as the API server takes them: OpenAPI says
 * `string`, and not every tool that makes schemas of it knows better.
 * https://github.com/kubernetes/kubernetes/issues/50957
 */
export const withNumberQuantities = (schema: JsonObject): JsonObject =>
  mapped(schema, (keyword, inner) =>
    keyword === "properties" && isObject(inner) ? mapped(inner, propertyOrText) : within(inner),
  );

const within = (value: Json): Json => {
  if (Array.isArray(value)) {
    const others = value.map(within);
    return others.some((other, index) => other !== value[index]) ? others : value;
  }
  return isObject(value) ? withNumberQuantities(value) : value;
};

const propertyOrText = (name: string, inner: Json): Json => (isObject(inner) ? property(name, inner) : inner);

/** The object itself where nothing in it changes: of most schemas little does. */
const mapped = (object: JsonObject, change: (key: string, value: Json) => Json): JsonObject => {
  let changed: Record<string, Json> | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key] ?? null;
    const other = change(key, value);
    if (other === value) continue;
    changed ??= { ...object } as Record<string, Json>;
    changed[key] = other;
  }
  return changed ?? object;
};

const property = (name: string, written: JsonObject): JsonObject => {
  const schema = withNumberQuantities(written);
  if (quantities.has(name)) return numberToo(schema);
  const each = schema["additionalProperties"];
  return quantityMaps.has(name) && isObject(each) ? { ...schema, additionalProperties: numberToo(each) } : schema;
};

const numberToo = (schema: JsonObject): JsonObject => {
  const types = [schema["type"]].flat().filter((type) => typeof type === "string");
  return types.includes("string") && !types.includes("number") ? { ...schema, type: [...types, "number"] } : schema;
};
