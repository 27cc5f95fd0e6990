import type { JsonObject, Manifest } from "../kubernetes/manifest.ts";
import { withoutDroppedNulls } from "./schemas/dropped-nulls.ts";
import { keyOf, type Schema, type SchemaKey, schemaKeyText } from "./schemas/schema-key.ts";

/** The schemas that were found for a render. */
export interface Collected {
  /** By `textOf` of their key. */
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly reasons: readonly string[];
}

/** The key of the schema that describes an object. */
export const keyOfManifest = ({ ref }: Manifest): SchemaKey => keyOf(ref.apiVersion, ref.kind);

/** The object as the API server judges it; the manifest's own body where that is all of it. */
export const bodyOf = (manifest: Manifest, { schemas }: Collected): JsonObject => {
  const schema = schemas.get(schemaKeyText(keyOfManifest(manifest)));
  return schema === undefined ? manifest.body : withoutDroppedNulls(schema.body, manifest.body);
};
