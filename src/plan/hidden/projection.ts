import { stampPrefix } from "../../kubectl/stamp.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { countedByServer } from "../objects/compare.ts";
import { asStored } from "../objects/settled.ts";

/**
 * What of an object in the cluster is the stack's: the fields that `wanted` sets, and of these never what the server
 * counts by itself, nor our stamps. A hand edit of such a field changes it; a status, a default or a field of another
 * manager does not. Lists are taken item by item where both have as many, for nothing else says which items are whose;
 * else the whole list counts. Without `wanted` (the object is deleted) everything counts but status and metadata.
 */
export const projection = (live: JsonObject, wanted: JsonObject | null): JsonObject => {
  const { status: _status, metadata, ...content } = live;
  if (wanted === null) return content;
  const own = isObject(metadata) ? { ...content, metadata: withoutCounted(metadata) } : content;
  return commonPart(own, asStored(wanted));
};

const withoutCounted = (metadata: JsonObject): JsonObject => {
  const kept = Object.fromEntries(Object.entries(metadata).filter(([name]) => !countedByServer.has(name)));
  const { annotations } = kept;
  if (!isObject(annotations)) return kept;
  const others = Object.entries(annotations).filter(([name]) => !name.startsWith(stampPrefix));
  return { ...kept, annotations: Object.fromEntries(others) };
};

/** The recursion ends where `wanted` does, and no YAML is read that is nested deeply. */
const partOf = (live: Json, wanted: Json | undefined): Json => {
  if (isObject(live) && isObject(wanted)) return commonPart(live, wanted);
  if (Array.isArray(live) && Array.isArray(wanted) && live.length === wanted.length)
    return live.map((item: Json, index) => partOf(item, wanted[index]));
  return live;
};

const commonPart = (live: JsonObject, wanted: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.keys(wanted).flatMap((key) => {
      const value = Object.hasOwn(live, key) ? live[key] : undefined;
      return value === undefined ? [] : [[key, partOf(value, wanted[key])] as const];
    }),
  );
