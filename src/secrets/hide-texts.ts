import { once } from "../core/once.ts";
import type { Hide } from "./hide-secrets.ts";

/** A value with every text in it hidden, whatever its shape; keys are ours, and stay. */
export const hideTexts = (value: unknown, hide: Hide): unknown => {
  const hidden = once(hide);
  const walk = (inner: unknown): unknown => {
    if (typeof inner === "string") return hidden(inner);
    if (Array.isArray(inner)) return inner.map(walk);
    if (typeof inner !== "object" || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, walk(one)]));
  };
  return walk(value);
};
