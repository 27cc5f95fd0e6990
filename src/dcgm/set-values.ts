import { isObject, type Json, type JsonObject } from "../kubernetes/manifest.ts";

/**
 * Values with those of `--set` arguments in them, as far as they are plain: keys joined by dots, and a value. Lists,
 * indices and escapes are passed over. https://helm.sh/docs/intro/using_helm/
 */
export const withSets = (values: JsonObject, sets: readonly string[]): JsonObject =>
  sets.flatMap(pairsIn).reduce((below, { path, value }) => withValue(below, path, value), values);

interface Pair {
  readonly path: readonly string[];
  readonly value: Json;
}

const pairsIn = (set: string): readonly Pair[] =>
  /[{}[\]\\]/.test(set)
    ? []
    : set.split(",").flatMap((pair) => {
        const at = pair.indexOf("=");
        const path = pair.slice(0, at).split(".");
        return at < 1 || path.some((key) => key === "" || key === "__proto__")
          ? []
          : [{ path, value: typed(pair.slice(at + 1)) }];
      });

const typed = (text: string): Json => (text === "true" ? true : text === "false" ? false : text);

const withValue = (values: JsonObject, [key = "", ...rest]: readonly string[], value: Json): JsonObject => {
  const old = values[key];
  return { ...values, [key]: rest.length === 0 ? value : withValue(isObject(old) ? old : {}, rest, value) };
};
