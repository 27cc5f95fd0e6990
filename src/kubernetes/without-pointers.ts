import { fromPointer } from "./json-pointer.ts";
import { isObject, type Json, type JsonObject } from "./manifest.ts";

/** The object without the values at these pointers. */
export const withoutPointers = (object: JsonObject, pointers: readonly string[]): JsonObject => {
  let left: Json = object;
  for (const pointer of pointers) left = removed(left, fromPointer(pointer));
  return isObject(left) ? left : {};
};

const removed = (value: Json, [step, ...rest]: readonly string[]): Json => {
  if (step === undefined) return {};
  if (Array.isArray(value))
    return value.map((item: Json, index) =>
      String(index) !== step ? item : rest.length === 0 ? null : removed(item, rest),
    );
  if (!isObject(value) || !Object.hasOwn(value, step)) return value;
  const { [step]: inner, ...others } = value;
  return rest.length === 0 ? others : { ...others, [step]: removed(inner ?? null, rest) };
};
