import { isObject, type Json, type JsonObject } from "../kubernetes/manifest.ts";

/**
 * What a three-way merge of helm 3 takes away and a server-side apply in its place does not: what the last revision set
 * and this one sets no more. `after` without it; list items are told apart by their names, as in a strategic merge.
 */
export const withoutDropped = (after: JsonObject, last: JsonObject, next: JsonObject): JsonObject =>
  dropIn(after, last, next) as JsonObject;

const dropIn = (after: Json, last: Json, next: Json): Json => {
  if (isObject(after) && isObject(last) && isObject(next))
    return Object.fromEntries(
      Object.entries(after).flatMap(([key, value]): [string, Json][] => {
        const [before, now] = [last[key], next[key]];
        if (isSet(before) && !isSet(now)) return [];
        return [[key, isSet(before) && isSet(now) ? dropIn(value ?? null, before, now) : (value ?? null)]];
      }),
    );
  if (Array.isArray(after) && Array.isArray(last) && Array.isArray(next)) return dropItems(after, last, next);
  return after;
};

const isSet = (value: Json | undefined): value is Json => value !== undefined && value !== null;

const dropItems = (after: readonly Json[], last: readonly Json[], next: readonly Json[]): readonly Json[] => {
  const [before, now] = [byName(last), byName(next)];
  if (before === null || now === null) return after;
  return after.flatMap((item) => {
    const name = nameIn(item);
    const [old, fresh] = name === null ? [] : [before.get(name), now.get(name)];
    if (old === undefined) return [item];
    return fresh === undefined ? [] : [dropIn(item, old, fresh)];
  });
};

const nameIn = (item: Json): string | null =>
  isObject(item) && typeof item["name"] === "string" ? item["name"] : null;

/** Null where not every item has a name: the list is replaced as a whole. */
const byName = (items: readonly Json[]): ReadonlyMap<string, Json> | null => {
  const named = new Map<string, Json>();
  for (const item of items) {
    const name = nameIn(item);
    if (name === null) return null;
    named.set(name, item);
  }
  return named;
};
