import { lately } from "../../core/lately.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { withNumberQuantities } from "./number-quantities.ts";

/** The schema of a CustomResourceDefinition, which holds itself, is 60 levels deep. */
const deepest = 500;

/** The keywords by which a schema is described elsewhere, in the same text or in another one. */
export const references: ReadonlySet<string> = new Set(["$ref", "$dynamicRef", "$recursiveRef"]);

/**
 * Whether something in it is described elsewhere: kubeconform would look for that, over the network or in this
 * machine's files. The words of a schema of its own are looked for likewise.
 */
const refersOutside = (value: Json | undefined, depth = 0): boolean => {
  if (depth > deepest) throw new RangeError();
  if (Array.isArray(value)) return value.some((item: Json) => refersOutside(item, depth + 1));
  if (!isObject(value)) return false;
  // Of 600 kB of schemas every key is looked at before kubeconform can start.
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (typeof inner === "string" ? leadsOutside(key, inner) : refersOutside(inner, depth + 1)) return true;
  }
  return false;
};

const leadsOutside = (key: string, text: string): boolean =>
  key === "$schema"
    ? !/^https?:\/\/json-schema\.org\/[\w./-]*#?$/.test(text)
    : references.has(key) && !text.startsWith("#");

/** A JSON schema from its text, or what is wrong with it, as the end of a sentence. */
export const readSchema = lately(
  (text: string): JsonObject | { readonly wrong: string } => read(text),
  (text) => text,
);

const read = (text: string): JsonObject | { readonly wrong: string } => {
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
