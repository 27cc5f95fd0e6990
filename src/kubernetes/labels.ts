import { jsonWord } from "./json-word.ts";
import type { Json, JsonObject } from "./manifest.ts";

/** Labels by name, or annotations. */
export type Labels = Readonly<Record<string, string>>;

/** The labels of an object; values that are no strings as text. */
export const labelsOf = (body: JsonObject): Labels => stringMap(metadata(body)["labels"]);

const metadata = (body: JsonObject): JsonObject => (isMap(body["metadata"]) ? body["metadata"] : {});
const isMap = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const stringMap = (value: Json | undefined): Labels =>
  isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, jsonWord(inner)])) : {};
