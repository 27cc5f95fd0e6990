import type { ErrorObject } from "ajv";

/** UTF-16 units that a message quotes: keys can be as long as the file, and hold anything. */
const longest = 200;

/** What a schema has against a value, as a clause: the first error of ajv. `page` is where the schema is kept. */
export const schemaClause = (error: ErrorObject | undefined, page: string): string => {
  if (error === undefined) return `it does not follow ${page}`;
  const { instancePath, message, params } = error;
  const extra: unknown = params["additionalProperty"] ?? params["unevaluatedProperty"];
  const where = instancePath === "" ? "it" : shown(instancePath);
  return typeof extra === "string" ? `${where} has the unknown field ${shown(extra)}` : `${where} ${message}`;
};

const shown = (text: string): string => JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
