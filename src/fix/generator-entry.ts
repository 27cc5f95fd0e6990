import { isObject, type Json, type JsonObject, type Path, valueAt } from "../kubernetes/manifest.ts";
import type { YamlDocument, YamlFile } from "../text/yaml-file.ts";
import type { World, WorldObject } from "../world/world.ts";

/** The entry of a kustomization that generated an object. */
export interface GeneratorEntry {
  readonly file: YamlFile;
  readonly document: YamlDocument;
  /** E.g. `["configMapGenerator", 0]`. */
  readonly path: Path;
  readonly value: JsonObject;
}

/** Null for what no generator made. Prefixes, suffixes and the hash only add to the name that the entry gives. */
export const generatorEntry = (object: WorldObject, world: World): GeneratorEntry | null => {
  const origin = object.manifest?.origin;
  if (origin?.from !== "kustomize" || !origin.generated) return null;
  const file = world.file(origin.file);
  const document = file?.documents[0];
  if (file === null || document === undefined) return null;
  const field = object.ref.kind === "Secret" ? "secretGenerator" : "configMapGenerator";
  const entries: Json | undefined = valueAt(document.value, [field]);
  if (!Array.isArray(entries)) return null;
  const fits = entries
    .flatMap((value: Json, index) => (isObject(value) ? [{ value, index, name: String(value["name"]) }] : []))
    .filter(({ name }) => object.ref.name.includes(name))
    .sort((a, b) => b.name.length - a.name.length);
  const [best] = fits;
  return best === undefined ? null : { file, document, path: [field, best.index], value: best.value };
};
