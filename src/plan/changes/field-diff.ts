import { toPointer } from "../../kubernetes/json-pointer.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { sameJson } from "../../kubernetes/same-json.ts";
import { essence } from "../objects/compare.ts";
import { pairLists } from "./list-pairs.ts";

/** A field whose value differs. */
export interface FieldDifference {
  /**
   * JSON pointer (RFC 6901) of the field in the later object; of what is gone, in the earlier one. Where an item of a
   * list goes and the next takes its index, both may have the same.
   */
  readonly pointer: string;
  /** Its pointer in the earlier object: another where items of a list moved; null where it was not there. */
  readonly livePointer: string | null;
  /** Undefined: not there. Of a list whose named items only changed places, their names. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/**
 * The leaves that differ between what lies in the cluster and what it would become, in the order of the later object.
 * Status, what the server counts and our own stamps are left out. Items of a list are compared with those of the same
 * name, else, in lists of one length, with those of the same index; any other list is one value. An empty answer says
 * that at most the managers of fields differ. Takes time in proportion to both objects.
 */
export const fieldDiff = (live: JsonObject, after: JsonObject): readonly FieldDifference[] =>
  leafDiff(essence(live), essence(after));

/** The same of two objects as they are, with nothing left out. */
export const leafDiff = (before: JsonObject, after: JsonObject): readonly FieldDifference[] => {
  const found: FieldDifference[] = [];
  walk({ before, after, live: "", pointer: "", depth: 0 }, found);
  return found;
};

interface Place {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly live: string;
  readonly pointer: string;
  readonly depth: number;
}

/** Deeper values are compared as one: nothing that people write is as deep, and recursion has to end. */
const deepest = 100;

const walk = (place: Place, found: FieldDifference[]): void => {
  const { before, after, live, pointer, depth } = place;
  if (before === after) return;
  if (depth < deepest && (descendObject(place, found) || descendList(place, found))) return;
  if (sameJson(before, after)) return;
  const there = before === undefined ? null : live;
  found.push({ pointer: after === undefined ? live : pointer, livePointer: there, before, after });
};

/** A mapping that only one side has is told by its leaves, as an empty one on the other side would be. */
const descendObject = (place: Place, found: FieldDifference[]): boolean => {
  const { before, after } = place;
  const [earlier, later] = [orEmpty(before, after), orEmpty(after, before)];
  if (!isObject(earlier) || !isObject(later)) return false;
  const keys = [...Object.keys(later), ...Object.keys(earlier).filter((key) => !Object.hasOwn(later, key))];
  // That an empty mapping comes or goes is a difference without leaves.
  if (keys.length === 0) return before !== undefined && after !== undefined;
  for (const key of keys) walk(childOf(place, own(earlier, key), own(later, key), key, key), found);
  return true;
};

const descendList = (place: Place, found: FieldDifference[]): boolean => {
  const { before, after } = place;
  const [earlier, later] = [orEmpty(before, after), orEmpty(after, before)];
  if (!Array.isArray(earlier) || !Array.isArray(later)) return false;
  if (earlier.length + later.length === 0) return before !== undefined && after !== undefined;
  const keyed = pairLists(earlier, later);
  if (keyed === null) {
    if (earlier.length !== later.length) return false;
    for (const index of later.keys()) walk(childOf(place, earlier[index], later[index], index, index), found);
    return true;
  }
  for (const [from, to] of keyed.pairs)
    walk(childOf(place, item(earlier, from), item(later, to), from ?? 0, to ?? 0), found);
  if (keyed.moved !== null)
    found.push({ pointer: place.pointer, livePointer: place.live, before: keyed.moved[0], after: keyed.moved[1] });
  return true;
};

const childOf = (
  { live, pointer, depth }: Place,
  before: Json | undefined,
  after: Json | undefined,
  liveStep: string | number,
  step: string | number,
): Place => ({
  before,
  after,
  live: `${live}${toPointer([liveStep])}`,
  pointer: `${pointer}${toPointer([step])}`,
  depth: depth + 1,
});

/** What is not there counts as an empty one of the other's kind; null is a value. */
const orEmpty = (value: Json | undefined, other: Json | undefined): Json | undefined =>
  value !== undefined ? value : Array.isArray(other) ? [] : isObject(other) ? {} : undefined;

/** `constructor` may be the name of a key, and is no value of an object that lacks it. */
const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

const item = (list: readonly Json[], index: number | null): Json | undefined =>
  index === null ? undefined : list[index];
