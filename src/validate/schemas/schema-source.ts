import type { Schema, WasRead } from "./schema.ts";
import type { SchemaKey } from "./schema-key.ts";

/** What a source answered: the schemas it has, and why it could not be asked for the rest (null: it has no more). */
export interface SchemaAnswer {
  readonly schemas: readonly Schema[];
  readonly unreachable: string | null;
}

/** One place that schemas come from. */
export interface SchemaSource {
  /** As the report names it, without credentials. */
  readonly name: string;
  /**
   * The schemas of those keys that the source has. An address that does not answer is a value, a wrong
   * input throws OperatorError.
   */
  find(keys: readonly SchemaKey[], wasRead: WasRead): Promise<SchemaAnswer>;
}
