import { fromPointer, isAtOrBelow, toPointer } from "../../kubernetes/json-pointer.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { refKey } from "../../kubernetes/resource-ref.ts";
import { differingPointers } from "../../render/unstable.ts";
import type { Secret } from "../../secrets/secrets-in-text.ts";
import type { ReleaseObjects } from "../release/plan-release.ts";

/**
 * What a chart's `lookup` may have read of the cluster, and put anywhere: all in which a render with the cluster
 * differs from one without. A template can turn a Secret's value into a name, a key, or an error's words.
 */
export interface ClusterOnly {
  /** Pointers into an object whose value is another one, by `refKey`; the empty one for an object of its own. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** Those of them whose very key is the cluster's. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** Every text in these places, so that it is hidden wherever it stands. */
  readonly texts: readonly Secret[];
}

export const nothingOfCluster: ClusterOnly = { places: new Map(), keys: new Map(), texts: [] };

/** Compares both renders, object by object, hooks too. */
export const clusterOnlyIn = (offline: ReleaseObjects, next: ReleaseObjects): ClusterOnly => {
  const rendered = new Map(all(offline).map(({ ref, body }) => [refKey(ref), body]));
  const [places, keys] = [new Map<string, readonly string[]>(), new Map<string, readonly string[]>()];
  const texts: Secret[] = [];
  for (const { ref, body } of all(next)) {
    const before = rendered.get(refKey(ref));
    const pointers = before === undefined ? [""] : differingPointers(before, body);
    places.set(refKey(ref), pointers);
    const added = pointers.filter(
      (pointer) => before !== undefined && valueAt(before, fromPointer(pointer)) === undefined,
    );
    keys.set(refKey(ref), added);
    for (const pointer of pointers) addTexts(valueAt(body, fromPointer(pointer)) ?? null, texts);
    for (const pointer of added) texts.push(secret(fromPointer(pointer).at(-1) ?? ""));
  }
  return { places, keys, texts };
};

const all = ({ objects, hooks }: ReleaseObjects): readonly { readonly ref: Ref; readonly body: JsonObject }[] => [
  ...objects,
  ...hooks,
];
type Ref = ReleaseObjects["objects"][number]["ref"];

const secret = (text: string): Secret => ({ key: "", text });

const addTexts = (value: Json, texts: Secret[]): void => {
  if (typeof value === "string" || typeof value === "number") texts.push(secret(String(value)));
  else if (Array.isArray(value)) for (const item of value) addTexts(item, texts);
  else if (isObject(value))
    for (const [key, inner = null] of Object.entries(value)) {
      texts.push(secret(key));
      addTexts(inner, texts);
    }
};

/** A pointer without keys that are the cluster's: `/data/…` for what is below one. */
export const withoutClusterKeys = (pointer: string, keys: readonly string[]): string => {
  const hidden = keys.find((key) => isAtOrBelow(pointer, key));
  return hidden === undefined ? pointer : `${toPointer(fromPointer(hidden).slice(0, -1))}/…`;
};
