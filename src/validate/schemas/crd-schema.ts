import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { listTypeKeyword, ruleKeyword } from "../cel/rule-places.ts";
import { listMapKeys } from "./list-map-duplicates.ts";
import { objectMetaSchema } from "./object-meta.ts";
import { isProper, type SchemaKey } from "./schema-key.ts";

/** Part of the cache's address: raise it with every change of what this file or object-meta.ts makes. */
export const crdSchemaRevision = 3;

/**
 * Keywords that mean the same in a CustomResourceDefinition and in JSON schema, and those that another judge of ours
 * reads (list-map-duplicates.ts, rule-places.ts).
 */
const plain = [
  ruleKeyword,
  listTypeKeyword,
  listMapKeys,
  "default",
  "format",
  "pattern",
  "maximum",
  "minimum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "multipleOf",
  "maxLength",
  "minLength",
  "maxItems",
  "minItems",
  "uniqueItems",
  "maxProperties",
  "minProperties",
] as const;
const branches = ["allOf", "anyOf", "oneOf"] as const;

type Properties = Readonly<Record<string, JsonObject>>;

const propertiesOf = (schema: JsonObject): Properties =>
  isObject(schema["properties"])
    ? Object.fromEntries(
        Object.entries(schema["properties"]).filter((entry): entry is [string, JsonObject] => isObject(entry[1])),
      )
    : {};

/** Where a field may not be null, `withoutDroppedNulls` takes it out before this schema judges. */
const typeOf = (schema: JsonObject): Json | undefined => {
  const types = schema["x-kubernetes-int-or-string"] === true ? ["integer", "string"] : [schema["type"]].flat();
  const known = types.filter((type) => typeof type === "string");
  if (known.length === 0) return undefined;
  if (schema["nullable"] === true) return [...known, "null"];
  return known.length === 1 ? known[0] : known;
};

const enumOf = (schema: JsonObject): Json | undefined => {
  const allowed = schema["enum"];
  if (!Array.isArray(allowed)) return undefined;
  return schema["nullable"] === true && !allowed.includes(null) ? [...allowed, null] : allowed;
};

/** The API server fills in defaults before it judges: a required field with a default may be left out. */
const requiredOf = (schema: JsonObject): Json | undefined => {
  const named = propertiesOf(schema);
  const required = [schema["required"]].flat().filter((name) => typeof name === "string");
  const asked = required.filter((name) => named[name]?.["default"] === undefined);
  return asked.length > 0 ? asked : undefined;
};

const defined = (schema: Record<string, Json | undefined>): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));

/**
 * The tree of a structural schema, closed: fields that it does not name are refused, unless it says that it keeps them.
 */
const closed = (schema: JsonObject, isObjectRoot: boolean): JsonObject => {
  const whole = isObjectRoot || schema["x-kubernetes-embedded-resource"] === true;
  const named = propertiesOf(schema);
  const properties: Record<string, Json> = {};
  for (const [name, property] of Object.entries(named)) properties[name] = closed(property, false);
  if (whole) {
    properties["apiVersion"] ??= { type: "string" };
    properties["kind"] ??= { type: "string" };
    properties["metadata"] = objectMetaSchema;
  }
  const hasProperties = Object.keys(properties).length > 0;
  const open = schema["x-kubernetes-preserve-unknown-fields"] === true;
  const rest = schema["additionalProperties"];
  return defined({
    ...judged(schema),
    type: typeOf(schema) ?? (whole ? "object" : undefined),
    properties: hasProperties ? properties : undefined,
    items: isObject(schema["items"]) ? closed(schema["items"], false) : undefined,
    additionalProperties: isObject(rest) ? closed(rest, false) : (rest ?? (hasProperties && !open ? false : undefined)),
  });
};

/** What judges values and adds no fields: it stays as it is, and is never closed. */
const judged = (schema: JsonObject): JsonObject => {
  const kept: Record<string, Json | undefined> = { enum: enumOf(schema), required: requiredOf(schema) };
  for (const keyword of plain) kept[keyword] = schema[keyword];
  const intOrString = schema["x-kubernetes-int-or-string"] === true;
  for (const keyword of branches) {
    const forms = schema[keyword];
    // int-or-string is written as anyOf of two types as well: typeOf() says it once, with a plainer error.
    if (Array.isArray(forms) && !(intOrString && keyword === "anyOf"))
      kept[keyword] = forms.filter(isObject).map(condition);
  }
  if (isObject(schema["not"])) kept["not"] = condition(schema["not"]);
  return defined(kept);
};

/** A branch of allOf, anyOf, oneOf or not: the whole of it is a condition. */
const condition = (schema: JsonObject): JsonObject => {
  const properties = Object.entries(propertiesOf(schema)).map(
    ([name, property]) => [name, condition(property)] as const,
  );
  return defined({
    ...judged(schema),
    type: schema["type"],
    properties: properties.length > 0 ? Object.fromEntries(properties) : undefined,
    items: isObject(schema["items"]) ? condition(schema["items"]) : undefined,
  });
};

/**
 * The strict JSON schema of a custom resource, from the structural schema in its definition or
 * in an OpenAPI 3 document.
 */
export const customSchema = (structural: JsonObject): JsonObject => closed(structural, true);

/**
 * Every schema that a CustomResourceDefinition (`apiextensions.k8s.io/v1`) holds, one a
 * version; none for anything else.
 */
export const crdSchemas = (
  crd: Json | undefined,
): readonly { readonly key: SchemaKey; readonly body: JsonObject }[] => {
  if (!isObject(crd) || crd["kind"] !== "CustomResourceDefinition" || !isObject(crd["spec"])) return [];
  const { group, names, versions } = crd["spec"];
  if (typeof group !== "string" || !isObject(names) || typeof names["kind"] !== "string" || !Array.isArray(versions))
    return [];
  const kind = names["kind"];
  return versions.filter(isObject).flatMap((version) => {
    const schema = isObject(version["schema"]) ? version["schema"]["openAPIV3Schema"] : undefined;
    if (typeof version["name"] !== "string" || !isObject(schema)) return [];
    const key = { group, version: version["name"], kind };
    return isProper(key) ? [{ key, body: customSchema(schema) }] : [];
  });
};
