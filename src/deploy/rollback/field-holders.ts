import { objectAt, objectsAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { sameJson } from "../../kubernetes/same-json.ts";
import { itemNamedBy } from "../../plan/objects/settled.ts";

/** Entries of managedFields: https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management */
export const holdersOf = (object: JsonObject): readonly JsonObject[] =>
  objectsAt(object, ["metadata", "managedFields"]);

/** Whether an entry is of what controllers tell of an object, and nobody asks for. */
export const isOfStatus = (entry: JsonObject): boolean => entry["subresource"] === "status";

/**
 * Whether helm made an entry: helm 3 calls itself by its file's name (`getManagedFieldsManager` in its
 * pkg/kube/client.go), e.g. `helm-3.22`.
 */
export const isOfHelm = (entry: JsonObject): boolean => /^helm[-_.\d]*$/.test(textOrEmpty(entry, ["manager"]));

/** Whether two entries are the same manager's, by the same door. */
export const isSameHolder = (a: JsonObject, b: JsonObject): boolean =>
  (["manager", "operation", "subresource", "apiVersion"] as const).every((key) => (a[key] ?? "") === (b[key] ?? ""));

/** Whether the same managers hold the same fields, whenever they took them; those of the status do not matter. */
export const sameHolders = (a: JsonObject, b: JsonObject): boolean => {
  const [mine, theirs] = [a, b].map((one) => holdersOf(one).filter((entry) => !isOfStatus(entry)));
  return (
    mine?.length === theirs?.length &&
    mine?.every((entry) =>
      theirs?.some((other) => isSameHolder(entry, other) && sameJson(entry["fieldsV1"], other["fieldsV1"])),
    ) === true
  );
};

/** What controllers have written outside of `status` by the status' door, e.g. a Deployment's revision. */
export const statusFieldsOf = (object: JsonObject): readonly JsonObject[] =>
  holdersOf(object)
    .filter(isOfStatus)
    .map((entry) => objectAt(entry, ["fieldsV1"]));

/** An object without the fields of mappings that `fields` (a FieldsV1) names. */
export const withoutFields = (object: JsonObject, fields: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(object).flatMap(([key, value]): [string, Json | undefined][] => {
      const field = fields[`f:${key}`];
      if (!isObject(field)) return [[key, value]];
      if (Object.keys(field).length === 0) return [];
      if (!isObject(value)) return [[key, value]];
      const rest = withoutFields(value, field);
      return Object.keys(rest).length === 0 ? [] : [[key, rest]];
    }),
  );

/** A value with the fields that `fields` (a FieldsV1) names as `source` has them. */
export const withFieldsOf = (value: Json | undefined, source: Json | undefined, fields: JsonObject): Json => {
  const steps = Object.keys(fields).filter((step) => step !== ".");
  // A leaf is a value that is held as a whole.
  if (steps.length === 0 || source === undefined) return source ?? null;
  return steps.reduce(
    (now: Json, step) => {
      const inner = objectAt(fields, [step]);
      if (step.startsWith("f:")) return withField(now, source, step.slice(2), inner);
      return withItem(now, source, step, inner);
    },
    value ?? (Array.isArray(source) ? [] : {}),
  );
};

const withField = (value: Json, source: Json, key: string, inner: JsonObject): Json => {
  if (!isObject(value) || !isObject(source) || !Object.hasOwn(source, key)) return value;
  return { ...value, [key]: withFieldsOf(value[key], source[key], inner) };
};

/** An item of a list, by its keys or by itself. */
const withItem = (value: Json, source: Json, step: string, inner: JsonObject): Json => {
  if (!Array.isArray(value) || !Array.isArray(source)) return value;
  const isOne = itemNamedBy(step);
  const theirs: Json | undefined = source.find(isOne);
  if (theirs === undefined) return value;
  const index = value.findIndex(isOne);
  if (index === -1) return [...value, theirs];
  return value.with(index, withFieldsOf(value[index], theirs, inner));
};

/** E.g. `hpa (Update)`. */
export const tellHolder = (entry: JsonObject): string =>
  `${textOrEmpty(entry, ["manager"])} (${textOrEmpty(entry, ["operation"])})`;
