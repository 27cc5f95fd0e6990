import { toPointer } from "../kubernetes/json-pointer.ts";
import { isObject, type Json, type JsonObject, type Manifest, type Path } from "../kubernetes/manifest.ts";
import { refKey } from "../kubernetes/resource-ref.ts";
import { sameJson } from "../kubernetes/same-json.ts";
import type { Unstable } from "./render.ts";

/**
 * What differs between two renders of the same input, by object. An object that only one of them has is unstable as a
 * whole: its pointer is the empty one.
 */
export const findUnstable = (first: readonly Manifest[], second: readonly Manifest[]): readonly Unstable[] => {
  const others = new Map(second.map((manifest) => [refKey(manifest.ref), manifest]));
  const changed = first.flatMap((manifest): Unstable[] => {
    const key = refKey(manifest.ref);
    const other = others.get(key);
    others.delete(key);
    if (other === undefined) return [{ ref: manifest.ref, pointers: [""] }];
    if (other.text === manifest.text) return [];
    const pointers = differingPointers(manifest.body, other.body);
    return pointers.length === 0 ? [] : [{ ref: manifest.ref, pointers }];
  });
  return [...changed, ...[...others.values()].map(({ ref }) => ({ ref, pointers: [""] }))];
};

/** Pointers to the values in which two objects differ. */
export const differingPointers = (a: JsonObject, b: JsonObject): readonly string[] =>
  differences(a, b, []).map(toPointer);

const differences = (a: Json | undefined, b: Json | undefined, path: Path): readonly Path[] => {
  if (sameJson(a, b)) return [];
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.flatMap((key) => differences(a[key], b[key], [...path, key]));
  }
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length)
    return a.flatMap((item: Json, index) => differences(item, b[index], [...path, index]));
  return [path];
};
