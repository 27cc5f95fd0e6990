import canonicalize from "canonicalize";
import { isObject, type Json } from "../../kubernetes/manifest.ts";

/**
 * The one text of a JSON value, by RFC 8785: one line, no space, keys in the order of their UTF-16 code units, numbers
 * as ECMAScript writes them. What such a text cannot hold is written as Go, and so the cluster, writes or reads it: a
 * lone surrogate as U+FFFD, a number that is none as null.
 */
export const canonicalJson = (value: Json): string => {
  try {
    return textOf(value);
  } catch {
    return textOf(sound(value));
  }
};

const textOf = (value: Json): string => canonicalize(value) ?? "null";

/** Only what the tree says gets here, and no YAML is read that is nested deeply: Go sends no lone surrogate. */
const sound = (value: Json | undefined): Json => {
  if (value === undefined) return null;
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) =>
        inner === undefined ? [] : [[key.toWellFormed(), sound(inner)] as const],
      ),
    );
  return Array.isArray(value) ? value.map(sound) : value;
};
