import { isObject, type Json, type JsonObject } from "../manifest.ts";
import { withNumberQuantities } from "./number-quantities.ts";

/** Whether something in it is described elsewhere: kubeconform would look for that, over the network if need be. */
const refersOutside = (value: Json | undefined): boolean => {
  if (Array.isArray(value)) return value.some(refersOutside);
  if (!isObject(value)) return false;
  const reference = value["$ref"];
  return (typeof reference === "string" && !reference.startsWith("#")) || Object.values(value).some(refersOutside);
};

/** A JSON schema from its text, or what is wrong with it, as the end of a sentence. */
export const readSchema = (text: string): JsonObject | { readonly wrong: string } => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wrong: "is not a JSON schema" };
  }
  if (!isObject(value)) return { wrong: "is not a JSON schema" };
  if (refersOutside(value)) return { wrong: "refers to another file: only standalone schemas can be used" };
  return withNumberQuantities(value);
};

/** Tells the trouble from the schema. */
export const isWrong = (read: ReturnType<typeof readSchema>): read is { readonly wrong: string } =>
  typeof read["wrong"] === "string";
