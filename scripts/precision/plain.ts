/** A mapping of a YAML or JSON file. */
export type Plain = Readonly<Record<string, unknown>>;

/** The value where it is a mapping, else an empty one. */
export const mapping = (value: unknown): Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Plain) : {};

/** The value where it is a text, else null. */
export const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
