import { OperatorError } from "../../core/errors.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";

/**
 * A chart's `values.schema.json` as JSON of our own writing that refers to nothing beyond itself: helm follows a `$ref`
 * to any file of the machine and to any address, and asks for a `$schema` that it does not know
 * (https://github.com/santhosh-tekuri/jsonschema). Throws OperatorError `render-failed` that names the file.
 */
export const ownSchema = (name: string, bytes: Buffer): Buffer => {
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  try {
    const schema: Json = JSON.parse(text, keepNumbers);
    check(schema, name, true);
    return Buffer.from(JSON.stringify(isObject(schema) ? withoutId(schema) : schema));
  } catch (thrown) {
    if (thrown instanceof OperatorError) throw thrown;
    throw unreadable(name, thrown instanceof RangeError ? "is nested too deeply to be read" : "is not valid JSON");
  }
};

/** A number keeps the digits that it is written with: the bound of a 64-bit integer is none of JavaScript's. */
const keepNumbers = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === "number" && context?.source !== undefined && context.source !== String(value)
    ? rawJson(context.source)
    : value;

/** Node has it since 21; TypeScript's library does not know it yet. */
const rawJson = (text: string): unknown => (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(text);

const references = ["$ref", "$dynamicRef", "$recursiveRef"];

/** The drafts that helm carries with it. */
const draft = /^https?:\/\/json-schema\.org\/(?:schema|draft-0[467]\/schema|draft\/(?:2019-09|2020-12)\/schema)#?$/;

/**
 * A place inside the document, or a name that stays as it is when a reference is joined to it: another one
 * would be looked for elsewhere.
 */
const isPlainId = (id: string): boolean =>
  id.startsWith("#") ||
  (/^(?:[a-z][a-z0-9+-]*:\/\/)?[\w./:-]*#?$/i.test(id) && !/\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(id.replace("://", ":")));

/** Every key counts, wherever it stands: a reference can make a schema of any part of the document. */
const check = (value: Json, name: string, top: boolean): void => {
  if (Array.isArray(value)) for (const item of value) check(item, name, false);
  else if (isObject(value))
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== "string") check(inner ?? null, name, false);
      else if (references.includes(key) && !inner.startsWith("#"))
        throw refused(name, `refers to ${quoted(inner)}, and only what stands in the file itself is followed`);
      else if (key === "$schema" && !draft.test(inner))
        throw refused(name, `has the $schema ${quoted(inner)}, which is no draft that helm carries with it`);
      else if (!top && (key === "$id" || (key === "id" && /[/:]/.test(inner))) && !isPlainId(inner))
        throw refused(name, `has the ${key} ${quoted(inner)}, to which references cannot be joined with certainty`);
    }
};

/** The whole document's own name changes nothing where all references stay inside. */
const withoutId = ({ $id, id, ...schema }: JsonObject): JsonObject => ({
  ...(typeof $id === "string" && !$id.startsWith("#") ? {} : defined("$id", $id)),
  ...(typeof id === "string" && !id.startsWith("#") ? {} : defined("id", id)),
  ...schema,
});

const defined = (key: string, value: Json | undefined): JsonObject => (value === undefined ? {} : { [key]: value });

const quoted = (text: string): string => JSON.stringify(text.length > 200 ? `${text.slice(0, 200)} …` : text);

const refused = (name: string, what: string): OperatorError =>
  new OperatorError(
    "render-failed",
    `The chart's ${name} ${what}: refused, because helm would fetch what is elsewhere.`,
    "Write the definition into the schema itself, under $defs, and refer to it there.",
  );

const unreadable = (name: string, what: string): OperatorError =>
  new OperatorError(
    "render-failed",
    `The chart's ${name} ${what}.`,
    "Correct the schema, or take it out of the chart: helm checks the release's values against it.",
  );
