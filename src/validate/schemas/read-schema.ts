import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { withNumberQuantities } from "./number-quantities.ts";

/** The schema of a CustomResourceDefinition, which holds itself, is 60 levels deep. */
const deepest = 500;

const references = ["$ref", "$dynamicRef", "$recursiveRef"] as const;

/** Whether something in it is described elsewhere: kubeconform would look for that, over the network or in this machine's files. The words of a schema of its own are looked for likewise. */
const refersOutside = (value: Json | undefined, depth = 0): boolean => {
  if (depth > deepest) throw new RangeError();
  if (Array.isArray(value)) return value.some((item: Json) => refersOutside(item, depth + 1));
  if (!isObject(value)) return false;
  const { $schema: dialect } = value;
  if (typeof dialect === "string" && !/^https?:\/\/json-schema\.org\/[\w./-]*#?$/.test(dialect)) return true;
  const leads = (reference: Json | undefined): boolean => typeof reference === "string" && !reference.startsWith("#");
  return (
    references.some((keyword) => leads(value[keyword])) ||
    Object.values(value).some((inner) => refersOutside(inner, depth + 1))
  );
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
  try {
    if (refersOutside(value)) return { wrong: "refers to another file: only standalone schemas can be used" };
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    return { wrong: "is nested too deeply" };
  }
  return withNumberQuantities(value);
};

/** Tells the trouble from the schema. */
export const isWrong = (read: ReturnType<typeof readSchema>): read is { readonly wrong: string } =>
  typeof read["wrong"] === "string";
