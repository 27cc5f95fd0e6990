import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { listTypeKeyword, schemaOfField } from "./rule-places.ts";

/** Texts that are no strings in CEL: a rule can ask whether there is one, and what else it says of it is not judged. */
export class Typed {}

const typedFormats: ReadonlySet<Json | undefined> = new Set(["byte", "date", "date-time", "duration"]);

/** CEL's reserved words; https://github.com/kubernetes/apiserver/blob/v0.35.4/pkg/cel/escaping.go */
const reserved: ReadonlySet<string> = new Set([
  ...["true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import"],
  ...["let", "loop", "package", "namespace", "return", "var", "void", "while"],
]);

const escapes: ReadonlyMap<string, string> = new Map([
  ["__", "__underscores__"],
  [".", "__dot__"],
  ["-", "__dash__"],
  ["/", "__slash__"],
]);

/** A field's name as rules write it: of `x-y` it is `x__dash__y`. */
export const celName = (name: string): string =>
  reserved.has(name) ? `__${name}__` : name.replaceAll(/__|[-./]/g, (text) => escapes.get(text) ?? text);

/**
 * A value as a rule sees it. Whole numbers are of CEL's type int where the schema says integer or nothing; of an object
 * with named fields only these are seen, each by its escaped name, while the keys of a map stay as they are.
 */
export const celValue = (schema: Json | undefined, value: Json): unknown => {
  const known = isObject(schema) ? schema : {};
  if (Array.isArray(value)) return value.map((element: Json) => celValue(known["items"], element));
  if (isObject(value)) return celMap(known, value);
  if (typeof value === "number") return isWhole(known, value) ? BigInt(value) : value;
  return typeof value === "string" && typedFormats.has(known["format"]) ? new Typed() : value;
};

const isWhole = (schema: JsonObject, value: number): boolean =>
  Number.isInteger(value) && ![schema["type"]].flat().includes("number");

const celMap = (schema: JsonObject, value: JsonObject): ReadonlyMap<string, unknown> => {
  const named = isObject(schema["properties"]) ? schema["properties"] : null;
  return new Map(
    Object.entries(value).flatMap(([name, inner = null]) =>
      named !== null && !Object.hasOwn(named, name) && !isObject(schema["additionalProperties"])
        ? []
        : [[named === null ? name : celName(name), celValue(schemaOfField(schema, name), inner)]],
    ),
  );
};

/** Whether it holds a list of more than one element whose order does not count: here it does. */
export const holdsUnordered = (schema: Json | undefined, value: Json): boolean => {
  if (!isObject(schema)) return false;
  if (Array.isArray(value)) {
    if (value.length > 1 && (schema[listTypeKeyword] === "set" || schema[listTypeKeyword] === "map")) return true;
    return value.some((element: Json) => holdsUnordered(schema["items"], element));
  }
  if (!isObject(value)) return false;
  return Object.entries(value).some(([name, inner = null]) => holdsUnordered(schemaOfField(schema, name), inner));
};

/** Whether it holds a `Typed`. */
export const holdsTyped = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(holdsTyped);
  return value instanceof Map ? [...value.values()].some(holdsTyped) : value instanceof Typed;
};
