import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";

/** Maps of quantities, and quantities, wherever Kubernetes' own kinds have them. */
const quantityMaps: ReadonlySet<string> = new Set(["limits", "requests", "hard"]);
const quantities: ReadonlySet<string> = new Set(["sizeLimit", "divisor"]);

/**
 * A schema whose quantities may be numbers too (`nvidia.com/gpu: 1`), as the API server takes them: OpenAPI says `string`, and not every tool that makes schemas of
 * it knows better. https://github.com/kubernetes/kubernetes/issues/50957
 */
export const withNumberQuantities = (schema: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(schema).map(([keyword, inner]) => [
      keyword,
      keyword === "properties" && isObject(inner) ? propertiesWith(inner) : within(inner ?? null),
    ]),
  );

const within = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(within);
  return isObject(value) ? withNumberQuantities(value) : value;
};

const propertiesWith = (properties: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [
      name,
      isObject(inner) ? property(name, inner) : (inner ?? null),
    ]),
  );

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
