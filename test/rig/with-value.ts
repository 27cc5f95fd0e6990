import type { JsonObject } from "../../src/kubernetes/manifest.ts";

/** An object with another value at one path of keys and indices; undefined and null take the field away. */
export const withValue = (body: JsonObject, path: readonly (string | number)[], value: unknown): JsonObject => {
  const copy = structuredClone(body) as Record<string | number, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) {
    at[key] ??= {};
    at = at[key] as Record<string | number, unknown>;
  }
  const last = path.at(-1) ?? "";
  if (value === undefined || value === null) delete at[last];
  else at[last] = structuredClone(value);
  return copy as JsonObject;
};
