import { compare } from "../core/finding.ts";
import type { Validation } from "../validate/validation.ts";

/** Kinds that no schema describes, each with its number of objects, sorted by kind. */
export const withoutSchema = (
  validation: Validation,
): readonly { readonly kind: string; readonly objects: number }[] => {
  const kinds = validation.verdicts
    .filter(({ status }) => status === "no-schema")
    .map(({ manifest: { ref } }) => `${ref.apiVersion}/${ref.kind}`);
  return [...Map.groupBy(kinds, (kind) => kind)]
    .sort(([a], [b]) => compare(a, b))
    .map(([kind, same]) => ({ kind, objects: same.length }));
};
