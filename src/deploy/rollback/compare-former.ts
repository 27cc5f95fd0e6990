import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { leafDiff } from "../../plan/changes/field-diff.ts";
import { countedByServer } from "../../plan/objects/compare.ts";
import { sameHolders, statusFieldsOf, withoutFields } from "./field-holders.ts";

const holdersPointer = "/metadata/managedFields";

/**
 * JSON pointers of what differs between an object as it was and as it is: every field, our stamps among them, and who
 * holds which. Status, what controllers write by its door, what the server counts, and when a manager wrote do not
 * count: none of it can be asked for.
 */
export const differingFields = (former: JsonObject, now: JsonObject): readonly string[] => {
  const [before, after] = contentOfBoth(former, now);
  const pointers = leafDiff(before, after).map(({ pointer }) => pointer);
  return sameHolders(former, now) ? pointers : [...pointers, holdersPointer];
};

/** Both without what does not count. */
export const contentOfBoth = (a: JsonObject, b: JsonObject): readonly [JsonObject, JsonObject] => {
  const ofStatus = [...statusFieldsOf(a), ...statusFieldsOf(b)];
  return [contentOf(a, ofStatus), contentOf(b, ofStatus)];
};

/** What can be asked for of an object. */
export const contentOf = (object: JsonObject, ofStatus = statusFieldsOf(object)): JsonObject => {
  const { status: _status, metadata, ...rest } = ofStatus.reduce(withoutFields, object);
  const kept = Object.entries(isObject(metadata) ? metadata : {}).flatMap(([key, value = null]) =>
    countedByServer.has(key) || deleting.has(key) ? [] : [[key, key === "annotations" ? uncounted(value) : value]],
  );
  return { ...rest, metadata: Object.fromEntries(kept) };
};

/**
 * Without the count of a DaemonSet's templates, which the API server writes into what it answers:
 * https://github.com/kubernetes/kubernetes/blob/v1.35.4/pkg/apis/apps/v1/conversion.go
 */
const uncounted = (annotations: Json): Json => {
  if (!isObject(annotations) || annotations[templateCount] === undefined) return annotations;
  const { [templateCount]: _, ...others } = annotations;
  return others;
};

const templateCount = "deprecated.daemonset.template.generation";

/** An object that is being deleted says so in these: nobody can ask for it, or take it back. */
const deleting: ReadonlySet<string> = new Set(["deletionTimestamp", "deletionGracePeriodSeconds"]);
