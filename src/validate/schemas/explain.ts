import { Ajv, type ErrorObject } from "ajv";
import { isObject, type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { compileRe2 } from "../../promql/compile-re2.ts";
import { narrow } from "./narrow-schema.ts";
import { messageOf } from "./schema-message.ts";

export interface SchemaError {
  readonly path: Path;
  readonly message: string;
}

const pathOf = (pointer: string, body: JsonObject): Path => {
  const path: (string | number)[] = [];
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(valueAt(body, path)) ? Number(key) : key);
  }
  return path;
};

/** Of one object nobody reads more; each is held against each. */
const mostErrors = 1000;

/** The alternatives of an anyOf or oneOf that failed are told with it, once. */
const split = (errors: readonly ErrorObject[]) => {
  const composites = errors.filter(({ keyword }) => keyword === "anyOf" || keyword === "oneOf");
  const within = (error: ErrorObject, composite: ErrorObject) =>
    error !== composite && error.schemaPath.startsWith(`${composite.schemaPath}/`);
  const told = errors.filter((error) => !composites.some((composite) => within(error, composite)));
  return told.map((error) => ({ error, causes: errors.filter((cause) => within(cause, error)) }));
};

const place = (error: ErrorObject, body: JsonObject): Path => {
  const path = pathOf(error.instancePath, body);
  return error.keyword === "additionalProperties" ? [...path, String(error.params["additionalProperty"])] : path;
};

/** Kubernetes' patterns are RE2; JavaScript's own can be made to take for ever. ajv tells them apart by their text. */
const re2 = Object.assign(
  (pattern: string) => {
    const compiled = compileRe2(pattern);
    return { test: (text: string): boolean => compiled.matcher(text).find(), toString: () => pattern };
  },
  { code: "re2" },
);

const compile = (schema: JsonObject, body: JsonObject) => {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    verbose: true,
    // Formats are left to kubeconform, whose ideas of them (Go durations) are its own.
    validateFormats: false,
    validateSchema: false,
    unicodeRegExp: false,
    code: { regExp: re2 },
    logger: false,
  });
  try {
    const narrowed = narrow(schema, body);
    return isObject(narrowed) ? ajv.compile(narrowed) : null;
  } catch {
    // A pattern that nobody reads, or a reference that leads nowhere:
    // kubeconform's own words remain.
    return null;
  }
};

/** kubeconform's words without the scratch file that it took the schema from. */
const plainWords = (words: string): string =>
  words
    .replace(
      /^problem validating schema\. Check JSON formatting: jsonschema validation failed with '[^']*'\s*(?:- )?/,
      "",
    )
    .replace(/^error unmarshalling resource: /, "the YAML cannot be read: ");

/**
 * What is wrong with an object that kubeconform refused, in plain words with the exact path, by the same schema. Where
 * the second judge sees nothing, kubeconform's own words at the object's root. Values of Secrets are never shown.
 */
export const schemaErrorsOf = (body: JsonObject, schema: JsonObject | null, words: string): readonly SchemaError[] => {
  const secret = body["kind"] === "Secret";
  const validate = schema === null ? null : compile(schema, body);
  if (validate !== null && !validate(body)) {
    const errors = split((validate.errors ?? []).slice(0, mostErrors)).map(({ error, causes }) => ({
      path: place(error, body),
      message: messageOf(error, causes, secret),
    }));
    const seen = new Set<string>();
    return errors.filter((error) => {
      const text = JSON.stringify(error);
      return !seen.has(text) && seen.add(text);
    });
  }
  const shown = plainWords(words);
  if (!secret || /\balready (set|defined)\b/.test(shown)) return [{ path: [], message: shown }];
  return [
    { path: [], message: "kubeconform refuses this Secret; its words are left out, since they may hold a value" },
  ];
};
