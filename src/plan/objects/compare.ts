import { isDeepStrictEqual } from "node:util";
import { stampPrefix } from "../../kubectl/stamp.ts";
import { objectAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { entryOf } from "./settled.ts";

/** The field manager of everything that is applied from the tree. */
export const fieldManager = "prometheus-stack-action";

/**
 * Whether an apply would change nothing: `applied` is the server's dry run, `live` what is there. Stamps, status
 * and what the server counts by itself do not matter; which fields are ours does, or a field dropped from the tree
 * would one day stay behind.
 */
export const isUnchanged = (live: JsonObject, applied: JsonObject): boolean =>
  isSameEssence(live, applied) && isDeepStrictEqual(ownFields(live), ownFields(applied));

/** The same, whoever holds the fields. */
export const isSameEssence = (live: JsonObject, applied: JsonObject): boolean =>
  isDeepStrictEqual(essence(live), essence(applied));

/** Fields of `metadata` that the server sets by itself. */
export const countedByServer: ReadonlySet<string> = new Set([
  "managedFields",
  "resourceVersion",
  "generation",
  "creationTimestamp",
  "uid",
  "selfLink",
]);

/** An object without what says nothing of it: status, our stamps, and what the server counts by itself. */
export const essence = (object: JsonObject): JsonObject => {
  const { status: _status, metadata, ...rest } = object;
  const kept = Object.entries(isObject(metadata) ? metadata : {}).filter(([name]) => !countedByServer.has(name));
  return { ...rest, metadata: withoutStamps(Object.fromEntries(kept), "annotations", "") };
};

/** What the server noted as applied by us, without the stamps. */
const ownFields = (object: JsonObject): Json => {
  const own = entryOf(object, { name: fieldManager, operation: "Apply" });
  if (own === null) return null;
  const fields = objectAt(own, ["fieldsV1"]);
  const metadata = isObject(fields["f:metadata"]) ? withoutStamps(fields["f:metadata"], "f:annotations", "f:") : {};
  const { "f:metadata": _metadata, ...rest } = fields;
  return { apiVersion: own["apiVersion"], fields: Object.keys(metadata).length === 0 ? rest : { ...rest, metadata } };
};

const withoutStamps = (metadata: JsonObject, field: string, prefix: string): JsonObject => {
  const { [field]: annotations, ...rest } = metadata;
  const kept = Object.entries(isObject(annotations) ? annotations : {}).filter(
    ([name]) => !name.startsWith(`${prefix}${stampPrefix}`),
  );
  return kept.length === 0 ? rest : { ...rest, [field]: Object.fromEntries(kept) };
};
