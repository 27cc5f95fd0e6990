import type { ErrorObject } from "ajv";
import { nearest } from "../../core/nearest.ts";
import { isObject } from "../../kubernetes/manifest.ts";

const longest = 80;

/** Values that are allowed and told. */
const mostTold = 30;

const quoted = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

const article = (type: string): string =>
  type === "null"
    ? "null"
    : `${/^[aeiou]/.test(type) ? "an" : "a"} ${type === "array" ? "list" : type}`.replace("an list", "a list");

const either = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** What stands there; a Secret's values are told by their type only. */
const found = (value: unknown, secret: boolean): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return secret ? article(typeof value) : `the ${typeof value} ${quoted(value)}`;
};

const typesOf = (error: ErrorObject): readonly string[] => [error.params["type"]].flat().map(String);

/** `null` is left out: nobody is advised to write it. */
const wantedType = (types: readonly string[], error: ErrorObject, secret: boolean): string => {
  const advised = types.filter((type) => type !== "null");
  const quote =
    advised.includes("string") && ["number", "boolean"].includes(typeof error.data) ? ": put it in quotes" : "";
  return `must be ${either(advised.map(article))}, but is ${found(error.data, secret)}${quote}`;
};

const unknownField = (error: ErrorObject): string => {
  const name = String(error.params["additionalProperty"]);
  const properties = error.parentSchema?.["properties"];
  const meant = nearest(name, isObject(properties) ? Object.keys(properties) : []);
  return `unknown field "${name}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`;
};

/** What means "absent" is left out of the values that are advised. */
const notAllowed = (error: ErrorObject, secret: boolean): string => {
  const allowed = [error.params["allowedValues"]].flat().filter((value) => value !== null && value !== "");
  const meant =
    typeof error.data === "string"
      ? nearest(
          error.data,
          allowed.filter((value) => typeof value === "string"),
        )
      : undefined;
  const told = allowed.slice(0, mostTold).map(quoted);
  if (told.length < allowed.length) told.push(`one of ${allowed.length - told.length} more`);
  return `${found(error.data, secret)} is not allowed: use ${either(told)}${meant === undefined ? "" : `; did you mean "${meant}"?`}`;
};

const noneFits = (error: ErrorObject, causes: readonly ErrorObject[], secret: boolean): string => {
  if (causes.length === 0) return `fits more than one of the forms that exclude each other`;
  if (causes.every(({ keyword, instancePath }) => keyword === "type" && instancePath === error.instancePath))
    return wantedType([...new Set(causes.flatMap(typesOf))], error, secret);
  if (causes.every(({ keyword, instancePath }) => keyword === "required" && instancePath === error.instancePath))
    return `needs one of the fields ${either([...new Set(causes.map((cause) => `"${cause.params["missingProperty"]}"`))])}`;
  const reasons = [...new Set(causes.map((cause) => messageOf(cause, [], secret)))];
  return `fits none of the allowed forms: ${reasons.join("; ")}`;
};

/** What one schema error means, in plain words, with the value found and what is allowed. */
export const messageOf = (error: ErrorObject, causes: readonly ErrorObject[], secret: boolean): string => {
  switch (error.keyword) {
    case "additionalProperties":
      return unknownField(error);
    case "required":
      return `required field "${error.params["missingProperty"]}" is missing`;
    case "type":
      return wantedType(typesOf(error), error, secret);
    case "enum":
      return notAllowed(error, secret);
    case "pattern":
      return `${found(error.data, secret)} does not match the pattern ${error.params["pattern"]}`;
    case "anyOf":
    case "oneOf":
      return noneFits(error, causes, secret);
    default:
      return `${error.message ?? `breaks the schema's rule "${error.keyword}"`}, but is ${found(error.data, secret)}`;
  }
};
