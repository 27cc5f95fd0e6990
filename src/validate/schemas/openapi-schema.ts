import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";

/** Keywords that mean the same in OpenAPI 2 and in JSON schema. */
const plain = ["format", "pattern", "enum", "required", "maximum", "minimum", "maxLength", "minLength", "uniqueItems"];
const referencePrefix = "#/definitions/";

/**
 * Types that the document describes as `object` or `string` and that hold more than that: their own JSON form decides.
 * RawExtension and FieldsV1 hold any object; a quantity may be written as a number.
 */
const special: Readonly<Record<string, JsonObject>> = {
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": { type: ["integer", "string"] },
  "io.k8s.apimachinery.pkg.api.resource.Quantity": { type: ["string", "number"] },
  "io.k8s.apimachinery.pkg.runtime.RawExtension": { type: "object" },
  "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1": { type: "object" },
};

/**
 * An absent field of Kubernetes' own kinds may be written as null, and a text as "": to the API
 * server they are the same.
 */
const absentToo = (schema: JsonObject): JsonObject => {
  const types = [schema["type"]].flat().filter((type) => typeof type === "string");
  if (types.length === 0) return schema;
  const allowed = schema["enum"];
  const also = types.includes("string") ? ["", null] : [null];
  return {
    ...schema,
    type: [...types, "null"],
    ...(Array.isArray(allowed) ? { enum: [...new Set([...allowed, ...also])] } : {}),
  };
};

/**
 * The standalone strict JSON schema of one definition of Kubernetes' own kinds, from the `definitions` of the OpenAPI 2
 * document that an API server serves: references are inlined, fields that are not named are refused. What holds itself
 * is left open where it recurs.
 */
export const openApiSchema = (definitions: JsonObject, root: string): JsonObject => {
  /** `above` names the definitions that are being inlined. */
  const definition = (name: string, above: readonly string[]): JsonObject => {
    const known = special[name];
    if (known !== undefined) return known;
    const source = definitions[name];
    if (!isObject(source)) return {};
    // JSONSchemaProps, the schema in a CustomResourceDefinition, is the one that holds itself.
    if (above.includes(name)) return source["type"] === undefined ? {} : { type: source["type"] };
    return schema(source, [...above, name]);
  };

  const schema = (source: JsonObject, above: readonly string[]): JsonObject => {
    const reference = source["$ref"];
    if (typeof reference === "string") return definition(reference.slice(referencePrefix.length), above);
    const made: Record<string, Json> = {};
    for (const keyword of ["type", ...plain]) {
      const value = source[keyword];
      if (value !== undefined) made[keyword] = value;
    }
    if (isObject(source["items"])) made["items"] = schema(source["items"], above);
    if (isObject(source["additionalProperties"]))
      made["additionalProperties"] = schema(source["additionalProperties"], above);
    if (isObject(source["properties"])) {
      made["properties"] = properties(source["properties"], above);
      made["additionalProperties"] ??= false;
    }
    return made;
  };

  const properties = (source: JsonObject, above: readonly string[]): JsonObject =>
    Object.fromEntries(
      Object.entries(source).flatMap(([name, property]) =>
        isObject(property) ? [[name, absentToo(schema(property, above))]] : [],
      ),
    );

  return definition(root, []);
};
