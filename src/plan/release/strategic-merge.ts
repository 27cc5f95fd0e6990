import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";
import { sameJson } from "../../kubernetes/same-json.ts";

/**
 * What a three-way strategic merge makes of an object: what `next` says, without what `last` said and `next` does not,
 * and with all else of `live`.
 * https://github.com/kubernetes/community/blob/main/contributors/devel/sig-api-machinery/strategic-merge-patch.md
 */
export const strategicMerge = (live: JsonObject, last: JsonObject, next: JsonObject): JsonObject =>
  mergeObjects(live, last, next);

const isSet = (value: Json | undefined): value is Json => value !== undefined && value !== null;

const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

const mergeObjects = (live: JsonObject, last: JsonObject, next: JsonObject): JsonObject => {
  const kept = Object.entries(live).filter(([key]) => !isSet(own(last, key)) || isSet(own(next, key)));
  const set = Object.entries(next).filter(([, value]) => isSet(value));
  return Object.fromEntries([
    ...kept,
    ...set.map(([key, value]) => [key, mergeField(key, own(live, key), own(last, key), value ?? null)] as const),
  ]);
};

const mergeField = (field: string, live: Json | undefined, last: Json | undefined, next: Json): Json => {
  if (isObject(next)) {
    const there = isObject(live) ? live : {};
    const merged = mergeObjects(there, isObject(last) ? last : {}, next);
    return field === "strategy" ? retained(there, merged, next) : merged;
  }
  const key = Array.isArray(next) ? mergeKeyOf(field, next) : null;
  if (key === null || !Array.isArray(next)) return next;
  return mergeItems({ field, key, live: list(live), last: list(last), next });
};

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

interface Items {
  readonly field: string;
  readonly key: string;
  readonly live: readonly Json[];
  readonly last: readonly Json[];
  readonly next: readonly Json[];
}

const mergeItems = ({ field, key, live, last, next }: Items): readonly Json[] => {
  const [there, before, now] = [byKey(live, key), byKey(last, key), byKey(next, key)];
  const merged = [...now].map(([name, item]): Json => {
    const old = there.get(name) ?? {};
    const whole = mergeObjects(old, before.get(name) ?? {}, item);
    return field === "volumes" ? retained(old, whole, item) : whole;
  });
  const others = [...there].filter(([name]) => !now.has(name) && !before.has(name)).map(([, item]) => item);
  return inOrder(merged, others, key, [...there.keys()]);
};

const byKey = (items: readonly Json[], key: string): ReadonlyMap<Json | undefined, JsonObject> =>
  new Map(items.filter(isObject).map((item) => [item[key], item]));

/** Both in their own order, and to each other as they stood before: `mergeSortedSlice` in k8s.io/apimachinery. */
const inOrder = (
  ours: readonly Json[],
  theirs: readonly JsonObject[],
  key: string,
  before: readonly (Json | undefined)[],
): readonly Json[] => {
  const places = new Map(before.map((name, index) => [name, index]));
  const place = (item: Json | undefined): number | undefined => places.get(isObject(item) ? item[key] : undefined);
  const merged: Json[] = [];
  const [left, right] = [[...ours], [...theirs]];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const [mine, other] = [place(left[i]), place(right[j])];
    const isFirst = mine !== undefined && other !== undefined && mine < other;
    merged.push((isFirst ? left[i++] : right[j++]) ?? null);
  }
  return [...merged, ...left.slice(i), ...right.slice(j)];
};

/** `patchStrategy: retainKeys`: of such a mapping only what is asked for stays, once anything of it changes. */
const retained = (live: JsonObject, merged: JsonObject, next: JsonObject): JsonObject =>
  sameJson(live, merged) ? merged : Object.fromEntries(Object.entries(merged).filter(([key]) => isSet(own(next, key))));

/** `patchMergeKey` of the fields in k8s.io/api that charts use; a list of any other field is one value. */
const mergeKeys: Readonly<Record<string, string>> = {
  containers: "name",
  initContainers: "name",
  ephemeralContainers: "name",
  env: "name",
  volumes: "name",
  imagePullSecrets: "name",
  secrets: "name",
  resourceClaims: "name",
  schedulingGates: "name",
  webhooks: "name",
  matchConditions: "name",
  volumeMounts: "mountPath",
  volumeDevices: "devicePath",
  topologySpreadConstraints: "topologyKey",
  hostAliases: "ip",
};

/** Null where the list is replaced as a whole. */
export const mergeKeyOf = (field: string, items: readonly Json[]): string | null => {
  const keys = field === "ports" ? ["containerPort", "port"] : [mergeKeys[field] ?? ""];
  const has = (key: string): boolean => items.every((item) => isObject(item) && isSet(item[key]));
  return keys.find((key) => key !== "" && has(key)) ?? null;
};
