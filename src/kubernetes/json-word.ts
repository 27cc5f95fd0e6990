import type { Json } from "./manifest.ts";

/** A value as a message shows it; a list or a mapping, such as an unfilled `{{ template }}`, by its brackets alone. */
export const jsonWord = (value: Json | undefined): string =>
  typeof value === "object" && value !== null ? (Array.isArray(value) ? "[…]" : "{…}") : String(value);
