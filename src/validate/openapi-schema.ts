import { isObject, type Json, type JsonObject } from "../manifest.ts";
import { objectMeta } from "./object-meta.ts";
import { type SchemaKey, textOf } from "./schema-key.ts";

type Definitions = Readonly<Record<string, Json | undefined>>;

/** Keywords that mean the same in OpenAPI 2 and in JSON schema. */
const plain = [
  "format",
  "pattern",
  "enum",
  "required",
  "maximum",
  "minimum",
  "maxLength",
  "minLength",
  "maxItems",
  "minItems",
  "uniqueItems",
];
const referencePrefix = "#/definitions/";

/**
 * Definitions of Kubernetes' own kinds, against those of custom resources: only in the former is `null` the same as an absent field.
 */
const builtIn = /^io\.k8s\.(api|apimachinery|apiextensions-apiserver|kube-aggregator)\./;

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

/** An absent field of Kubernetes' own kinds may be written as null, and a text as "": to the API server they are the same. */
const absentToo = (schema: JsonObject): JsonObject => {
  const types = [schema["type"]].flat().filter((type) => typeof type === "string");
  if (types.length === 0 || types.includes("null")) return schema;
  const allowed = schema["enum"];
  const also = types.includes("string") ? ["", null] : [null];
  return {
    ...schema,
    type: [...types, "null"],
    ...(Array.isArray(allowed) ? { enum: [...new Set([...allowed, ...also])] } : {}),
  };
};

/** Inlines references; `above` holds the definitions that are being inlined, and a definition inside itself is left open. */
class Inliner {
  readonly #definitions: Definitions;
  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  definition(name: string, above: readonly string[]): JsonObject {
    const known = special[name];
    if (known !== undefined) return known;
    const definition = this.#definitions[name];
    if (!isObject(definition)) return {};
    // JSONSchemaProps is the one definition that holds itself.
    if (above.includes(name)) return definition["type"] === undefined ? {} : { type: definition["type"] };
    return this.schema(definition, [...above, name], builtIn.test(name));
  }

  schema(source: JsonObject, above: readonly string[], ours: boolean): JsonObject {
    const reference = source["$ref"];
    if (typeof reference === "string") return this.definition(reference.slice(referencePrefix.length), above);
    const made: Record<string, Json> = {};
    for (const keyword of plain) {
      const value = source[keyword];
      if (value !== undefined) made[keyword] = value;
    }
    if (source["x-kubernetes-int-or-string"] === true) made["type"] = ["integer", "string"];
    else if (source["type"] !== undefined) made["type"] = source["type"];
    if (isObject(source["items"])) made["items"] = this.schema(source["items"], above, ours);
    const rest = source["additionalProperties"];
    if (isObject(rest)) made["additionalProperties"] = this.schema(rest, above, ours);
    else if (typeof rest === "boolean") made["additionalProperties"] = rest;
    if (isObject(source["properties"])) {
      made["properties"] = this.properties(source["properties"], above, ours);
      if (source["x-kubernetes-preserve-unknown-fields"] !== true) made["additionalProperties"] ??= false;
    }
    return made;
  }

  properties(source: JsonObject, above: readonly string[], ours: boolean): JsonObject {
    const made: Record<string, Json> = {};
    for (const [name, property] of Object.entries(source)) {
      if (!isObject(property)) continue;
      const schema = this.schema(property, above, ours);
      made[name] = ours ? absentToo(schema) : schema;
    }
    return made;
  }
}

const groupVersionKinds = (definition: Json | undefined): readonly SchemaKey[] => {
  const kinds = isObject(definition) ? definition["x-kubernetes-group-version-kind"] : undefined;
  if (!Array.isArray(kinds)) return [];
  return kinds.filter(isObject).map((kind) => ({
    group: String(kind["group"] ?? ""),
    version: String(kind["version"]),
    kind: String(kind["kind"]),
  }));
};

/** A custom resource's definition may say nothing of metadata; an object's own name for itself is fixed. */
const asRoot = (schema: JsonObject, key: SchemaKey): JsonObject => {
  if (!isObject(schema["properties"])) return schema;
  const metadata = schema["properties"]["metadata"];
  const bare = isObject(metadata) && metadata["properties"] === undefined;
  return {
    ...schema,
    properties: {
      ...schema["properties"],
      kind: { type: "string", enum: [key.kind] },
      ...(bare ? { metadata: objectMeta } : {}),
    },
  };
};

/** Standalone strict JSON schemas of `keys`, from the OpenAPI 2 document that an API server serves; of a key it does not know, none. */
export const openApiSchemas = (
  document: JsonObject,
  keys: readonly SchemaKey[],
): readonly { readonly key: SchemaKey; readonly body: JsonObject }[] => {
  const definitions = document["definitions"];
  if (!isObject(definitions)) return [];
  const wanted = new Map(keys.map((key) => [textOf(key), key]));
  const inliner = new Inliner(definitions);
  return Object.entries(definitions).flatMap(([name, definition]) =>
    groupVersionKinds(definition).flatMap((kind) => {
      const key = wanted.get(textOf(kind));
      if (key === undefined) return [];
      return [{ key, body: asRoot(inliner.definition(name, []), key) }];
    }),
  );
};
