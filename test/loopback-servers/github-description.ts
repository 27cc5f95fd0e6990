import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";

/** A JSON Schema, or a part of the description around it. */
interface Part {
  readonly [key: string]: unknown;
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly pattern: RegExp;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Part }[];
  readonly body: Part | null;
  readonly answer: Part | null;
}

const description = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../fixtures/github/rest-api.json"), "utf8"),
);

/** OpenAPI 3.0 says `nullable`, and `$ref`s lead through the whole description: as JSON Schema, and by itself. */
const schemaOf = (part: unknown, isRequest: boolean): unknown => {
  if (Array.isArray(part)) return part.map((item) => schemaOf(item, isRequest));
  if (typeof part !== "object" || part === null) return part;
  const { nullable, $ref, ...rest } = part as Part;
  if (typeof $ref === "string") return schemaOf(resolved($ref), isRequest);
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, schemaOf(value, isRequest)]));
  // GitHub ignores what it does not know, and whoever misspells a field learns nothing of it.
  const closed = isRequest && "properties" in inner && !("additionalProperties" in inner);
  const schema = { ...inner, ...(closed ? { additionalProperties: false } : {}) };
  return nullable === true ? { anyOf: [schema, { type: "null" }] } : schema;
};

const resolved = (ref: string): unknown =>
  ref
    .slice(2)
    .split("/")
    .reduce((part: unknown, key) => Object(part)[key], description);

const schemaIn = (content: unknown, isRequest: boolean): Part | null => {
  const schema = Object(Object(Object(content).content)["application/json"]).schema;
  return schema === undefined ? null : (schemaOf(schema, isRequest) as Part);
};

const operations: readonly Operation[] = Object.entries(
  description.paths as Record<string, Record<string, Part>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    const answers = Object.values(Object(operation["responses"]));
    return {
      ...{ method: method.toUpperCase(), path, id: String(operation["operationId"]) },
      pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "([^/]+)")}$`),
      parameters: ((operation["parameters"] ?? []) as readonly Part[]).map(
        (parameter) => schemaOf(parameter, true) as Operation["parameters"][number],
      ),
      body: schemaIn(operation["requestBody"], true),
      answer: schemaIn(answers[0], false),
    };
  }),
);

const ajv = new Ajv2020({ allErrors: true, strict: false, coerceTypes: false, validateFormats: false });
const faultsOf = (schema: Part, value: unknown, where: string): readonly string[] => {
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${where}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
};

/** A request as it came. */
export interface Asked {
  readonly method: string;
  /** With its query; a server of one's own has `/api/v3` in front. */
  readonly url: string;
  /** Empty where there is none. */
  readonly body: string;
}

/** The operation that a request asks for; undefined where GitHub has none such. */
export const operationOf = ({ method, url }: Asked): Operation | undefined => {
  const { pathname } = new URL(url, "http://github.test");
  const path = pathname.replace(/^\/api\/v3/, "");
  return operations.find((one) => one.method === method && one.pattern.test(path));
};

/** What GitHub's description has against a request: a path, a parameter, a field or a type that it does not know. */
export const requestFaults = (asked: Asked): readonly string[] => {
  const operation = operationOf(asked);
  if (operation === undefined) return [`${asked.method} ${asked.url} is no operation`];
  const query = [...new URL(asked.url, "http://github.test").searchParams].flatMap(([name, value]) => {
    const parameter = operation.parameters.find((one) => one.in === "query" && one.name === name);
    if (parameter === undefined) return [`${operation.id} has no parameter ${name}`];
    return faultsOf(parameter.schema, parameter.schema["type"] === "integer" ? Number(value) : value, name);
  });
  if (operation.body === null) return [...query, ...(asked.body === "" ? [] : [`${operation.id} has no body`])];
  return [...query, ...faultsOf(operation.body, JSON.parse(asked.body || "null"), operation.id)];
};

/** What the description has against an answer. */
export const answerFaults = (id: string, answer: unknown): readonly string[] => {
  const operation = operations.find((one) => one.id === id);
  if (operation?.answer === undefined || operation.answer === null) return [`${id} is no operation with an answer`];
  return faultsOf(operation.answer, answer, id);
};

/** The least answer of an operation (of a list: one item of it) that the description allows, with these fields. */
export const answerOf = (id: string, more: Part): Part => {
  const answer = operations.find((one) => one.id === id)?.answer ?? {};
  const schema = answer["type"] === "array" ? (answer["items"] as Part) : answer;
  return { ...(least(schema) as Part), ...more };
};

/** The least value that fits a schema, as far as GitHub's go. */
const least = (schema: Part): unknown => {
  const { anyOf, oneOf, allOf, type, properties = {}, required = [] } = schema;
  const choices = (anyOf ?? oneOf ?? allOf) as readonly Part[] | undefined;
  if (Array.isArray(schema["enum"])) return schema["enum"][0];
  if (choices?.[0] !== undefined && type === undefined) return least(choices[0]);
  switch (type) {
    case "object":
      return Object.fromEntries(
        (required as readonly string[]).map((name) => [name, least(Object(properties)[name] ?? {})]),
      );
    case "array":
      return [];
    case "integer":
    case "number":
      return 1;
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return "x";
  }
};
