import { stampPrefix } from "../../kubectl/stamp.ts";
import { objectsAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject } from "../../kubernetes/manifest.ts";

/** A field manager, as an entry of managedFields names it. */
export interface FieldManager {
  readonly name: string;
  readonly operation: "Apply" | "Update";
}

/**
 * Whether nothing can come of applying `wanted`, so that the server need not be asked: every value is there already.
 * Too strict costs a dry run, no more.
 */
export const isThere = (live: JsonObject, wanted: JsonObject): boolean => contains(live, asStored(wanted));

/** The server moves `stringData` to `data` (core/v1 Secret), and never gives it back. */
export const asStored = (wanted: JsonObject): JsonObject => {
  const { stringData, ...rest } = wanted;
  if (wanted["kind"] !== "Secret" || wanted["apiVersion"] !== "v1" || !isObject(stringData)) return wanted;
  const encoded = Object.entries(stringData).map(([key, text]) => [key, Buffer.from(String(text)).toString("base64")]);
  return { ...rest, data: { ...(isObject(rest["data"]) ? rest["data"] : {}), ...Object.fromEntries(encoded) } };
};

const contains = (live: Json | undefined, wanted: Json | undefined): boolean => {
  if (wanted === null || wanted === undefined) return live === null || live === undefined;
  if (Array.isArray(wanted))
    return (
      Array.isArray(live) &&
      live.length === wanted.length &&
      wanted.every((item: Json, index) => contains(live[index], item))
    );
  if (isObject(wanted))
    return isObject(live) && Object.entries(wanted).every(([key, value]) => contains(live[key], value));
  return live === wanted;
};

/**
 * Whether a server-side apply of `wanted` by this manager neither drops a field that the manager holds nor takes one
 * that it does not hold yet, our stamps apart.
 */
export const holdsJust = (live: JsonObject, wanted: JsonObject, manager: FieldManager): boolean => {
  const held = fieldsHeldBy(live, manager);
  return held !== null && coversAll(held, wanted, []) && nothingMore(held, wanted, []);
};

/** The manager's own entry of managedFields; null where it has none. */
export const entryOf = (live: JsonObject, { name, operation }: FieldManager): JsonObject | null =>
  objectsAt(live, ["metadata", "managedFields"]).find(
    (entry) => entry["manager"] === name && entry["operation"] === operation && !entry["subresource"],
  ) ?? null;

/** Its `fieldsV1`. */
export const fieldsHeldBy = (live: JsonObject, manager: FieldManager): JsonObject | null => {
  const fields = entryOf(live, manager)?.["fieldsV1"];
  return isObject(fields) ? fields : null;
};

/** Names the object and is held by nobody: https://kubernetes.io/docs/reference/using-api/server-side-apply/ */
const identity: readonly (readonly string[])[] = [
  ["apiVersion"],
  ["kind"],
  ["metadata", "name"],
  ["metadata", "namespace"],
];

const isIdentity = (path: readonly string[]): boolean =>
  identity.some((one) => one.length === path.length && one.every((step, index) => step === path[index]));

const isStamp = (path: readonly string[]): boolean =>
  path.length === 3 && path[0] === "metadata" && path[1] === "annotations" && path[2]?.startsWith(stampPrefix) === true;

/** Whether each value of `wanted` is held. */
const coversAll = (held: JsonObject, wanted: Json, path: readonly string[]): boolean => {
  if (isObject(wanted)) {
    const entries = Object.entries(wanted).filter(([, value]) => value !== null && value !== undefined);
    return entries.every(([key, value]) => {
      const here = [...path, key];
      if (isIdentity(here)) return true;
      const field = held[`f:${key}`];
      if (isObject(field)) return coversField(field, value ?? null, here);
      // Metadata of nothing but the name is held by nobody.
      return here.join(".") === "metadata" && isObject(value) && coversAll({}, value, here);
    });
  }
  return true;
};

const coversField = (field: JsonObject, value: Json, path: readonly string[]): boolean => {
  const steps = Object.keys(field).filter((step) => step !== ".");
  // A leaf of managedFields is a value that is held as a whole, whatever it holds.
  if (steps.length === 0) return true;
  if (isObject(value)) return coversAll(field, value, path);
  if (!Array.isArray(value)) return false;
  const items = steps.map((step) => ({ isOne: itemNamedBy(step), inner: field[step] }));
  return value.every((item: Json) => {
    const inner = items.find(({ isOne }) => isOne(item))?.inner;
    return isObject(inner) && coversField(inner, item, path);
  });
};

/** Whether each field that is held is one of `wanted`. */
const nothingMore = (held: JsonObject, wanted: Json | undefined, path: readonly string[]): boolean =>
  Object.entries(held).every(([step, inner]) => {
    if (step === "." || !isObject(inner)) return true;
    if (step.startsWith("f:")) {
      const key = step.slice(2);
      const here = [...path, key];
      if (isStamp(here)) return true;
      const isOnlyStamps = here.join(".") === "metadata.annotations" && !(isObject(wanted) && key in wanted);
      if (isOnlyStamps) return nothingMore(inner, {}, here);
      return isObject(wanted) && key in wanted && nothingMore(inner, wanted[key], here);
    }
    const item: Json | undefined = Array.isArray(wanted) ? wanted.find(itemNamedBy(step)) : undefined;
    return item !== undefined && nothingMore(inner, item, path);
  });

/** Which item of a list a step of managedFields names: `k:{"name":"x"}` by its keys, `v:"x"` by itself. */
export const itemNamedBy = (step: string): ((item: Json) => boolean) => {
  const named = parsed(step.slice(2));
  if (step.startsWith("v:")) return (item) => named === item;
  if (!step.startsWith("k:") || !isObject(named)) return () => false;
  const keys = Object.entries(named);
  return (item) => isObject(item) && keys.every(([key, value]) => (item[key] ?? filledIn[key]) === value);
};

/** Keys of list items that the server fills in: of ports of Services and containers. */
const filledIn: Readonly<Record<string, string>> = { protocol: "TCP" };

const parsed = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
};
