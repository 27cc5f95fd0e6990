import type { JsonObject } from "../../kubernetes/manifest.ts";
import type { SchemaKey } from "./schema-key.ts";

/** A JSON schema (draft 4, which kubeconform assumes) and who gave it. */
export interface Schema {
  readonly key: SchemaKey;
  readonly source: string;
  /** What `body` follows from. */
  readonly text: string;
  /** Read when it is first asked for: those of a render have megabytes. */
  readonly body: JsonObject;
}

/** Whether a text was read as a schema before: then it can be, and need not be read to know that. */
export type WasRead = (text: string) => boolean;

/** The schema of a text that `read` reads: at once, and so throwing what it throws, unless the text was read before. */
export const schemaOf = (
  of: Pick<Schema, "key" | "source" | "text">,
  wasRead: WasRead,
  read: (text: string) => JsonObject,
): Schema => {
  let known = wasRead(of.text) ? null : read(of.text);
  return {
    ...of,
    get body() {
      known ??= read(of.text);
      return known;
    },
  };
};
