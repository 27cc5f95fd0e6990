import type { JsonObject, Manifest } from "../kubernetes/manifest.ts";
import { withoutDroppedNulls } from "./schemas/dropped-nulls.ts";
import type { Schema } from "./schemas/schema.ts";
import { keyOf, type SchemaKey, schemaKeyText } from "./schemas/schema-key.ts";

/** The schemas that were found for a render. */
export interface Collected {
  /** By `textOf` of their key. */
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly reasons: readonly string[];
}

/** The key of the schema that describes an object. */
export const keyOfManifest = ({ ref }: Manifest): SchemaKey => keyOf(ref.apiVersion, ref.kind);

/** Undefined where nothing describes it. */
export const schemaOfManifest = (manifest: Manifest, { schemas }: Collected): Schema | undefined =>
  schemas.get(schemaKeyText(keyOfManifest(manifest)));

/** The object as the API server judges it; the manifest's own body where that is all of it. */
export const bodyOf = (manifest: Manifest, collected: Collected): JsonObject => {
  const schema = schemaOfManifest(manifest, collected);
  return schema === undefined ? manifest.body : withoutDroppedNulls(schema.body, manifest.body);
};
