import { isObject, type Json, type JsonObject } from "../../src/kubernetes/manifest.ts";
import { nameOf } from "./api-path.ts";
import type { Batch } from "./judge-case.ts";

/**
 * The same batch in namespaces of its own: every value that is the name of one of its namespaces gets the suffix, so
 * that batches that know nothing of each other lie in one cluster side by side.
 */
export const inNamespaces = ({ setting, cases }: Batch, suffix: string): Batch => {
  const names = new Set(setting.namespaces.map(nameOf));
  const renamed = (value: Json): Json => {
    if (typeof value === "string") return names.has(value) ? `${value}-${suffix}` : value;
    if (Array.isArray(value)) return value.map(renamed);
    return isObject(value) ? renamedObject(value) : value;
  };
  const renamedObject = (value: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, inner === undefined ? inner : renamed(inner)]),
    );
  const { namespaces, others, prometheuses } = setting;
  return {
    setting: {
      namespaces: namespaces.map(renamedObject),
      others: others.map(renamedObject),
      prometheuses: prometheuses.map(renamedObject),
    },
    cases: cases.map(renamedObject),
  };
};
